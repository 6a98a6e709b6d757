/** What the words of a command ask for: each part as it stands there, absent when no word gives it. */
export interface CommandOrder {
	readonly certificate?: string;
	readonly privateKey?: string;
	readonly intermediates?: string;
	readonly passphraseFile?: string;
	readonly trustAnchorArn?: string;
	readonly profileArn?: string;
	readonly roleArn?: string;
	/** It may be no number. */
	readonly sessionDuration?: string;
	readonly roleSessionName?: string;
	readonly region?: string;
	readonly endpoint?: string;
}

/** The command that clients run for credentials, and the session that its words ask for. */
export interface SessionCommand {
	/** All of them, the program first. */
	readonly words: readonly string[];
	readonly order: CommandOrder;
}
