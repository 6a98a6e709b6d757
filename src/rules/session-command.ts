/** The command that clients run for credentials, and the session that its words ask for. */
export interface SessionCommand {
	/** All of them, the program first. */
	readonly words: readonly string[];
	/** Each as it stands there; absent when no word gives it. */
	readonly order: {
		readonly certificate?: string;
		readonly privateKey?: string;
		readonly trustAnchorArn?: string;
		readonly profileArn?: string;
		readonly roleArn?: string;
		readonly sessionDuration?: string;
		readonly roleSessionName?: string;
		readonly region?: string;
		readonly endpoint?: string;
	};
}
