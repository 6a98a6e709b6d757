import type {Readable} from 'node:stream';
import type {Terminal} from '../ui/terminal.ts';

/** Somewhere to write text, such as standard output. */
export interface TextSink {
	write(text: string): unknown;
}

/** All that a command may use of the world; main.ts makes the real one, tests make theirs. */
export interface CommandContext {
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Absolute. */
	readonly workingDirectory: string;
	/** How this program is started again: the Node binary and the entry file, both absolute. */
	readonly program: readonly [string, string];
	/** What the person types to start this program: `anchorsmith`, `npx anchorsmith` or Node with a file. */
	calledAs(): string;
	readonly platform: NodeJS.Platform;
	readonly stdin: Readable & {readonly isTTY?: boolean};
	readonly stdout: TextSink;
	readonly stderr: TextSink;
	/** True when both ends are a terminal and this is not CI: only then may a command ask. */
	readonly isInteractive: boolean;
	/** Where screens can be drawn; undefined unless this is interactive. */
	readonly terminal?: Terminal | undefined;
	/** Aborted by Ctrl-C and SIGTERM; long work ends soon after, leaving nothing half done. */
	readonly signal: AbortSignal;
	/** Tells that this run ends when what it waits for ends, as with a command in the foreground, however long after an interruption. */
	outlastInterruption(): void;
	readonly now: () => Date;
	/** Cryptographically strong. */
	readonly randomBytes: (count: number) => Uint8Array;
	/**
	 * The home folder of the person.
	 *
	 * @throws {ExpectedError} `HOME_MISSING` when the system names none.
	 */
	userHome(): string;
	/** What this machine calls itself. */
	hostName(): string;
	/**
	 * Where keys, journals and registers live: `--home`, else ANCHORSMITH_HOME, else `~/.anchorsmith`. Absolute; may not exist yet.
	 *
	 * @throws {ExpectedError} `HOME_MISSING` when the system names no home folder.
	 */
	stateDirectory(): string;
	/** Talk for people, on standard error, with a line end added; silent under `--quiet` and `--json`. */
	say(text: string): void;
}
