import type {CommandOrder} from '../../rules/session-command.ts';
import type {Look} from './look.ts';

/** What clients are told to run for credentials, and what that is. */
export interface CommandEvidence {
	/** Where it was read: the config file, the credentials file, or the flags of `doctor` itself. */
	readonly origin: 'config' | 'credentials' | 'flags';
	/** The words as botocore splits the line on this system; secret values replaced by `REDACTED`. */
	readonly words: readonly string[];
	/** The session that the words ask for. */
	readonly order: CommandOrder;
	/** Flags that are there and that the program is not known to have, or not with the others. */
	readonly unknownFlags: readonly string[];
	/** Variables that the words name, as for a passphrase, and that are not set here. */
	readonly missingVariables?: readonly string[];
	readonly program: Look<ProgramEvidence>;
	/** What came of running it as a client would. */
	readonly run: Look<ProgramRun>;
}

/** A program as it lies on the disk. */
export interface ProgramEvidence {
	/** Absolute, links followed. */
	readonly path: string;
	/** Whose it is, told by its name and what it holds. */
	readonly maker: 'own' | 'official-helper' | 'other';
	/** As it says itself, such as `1.8.5`. */
	readonly version?: string;
	readonly mayBeExecuted: boolean;
	readonly format: 'elf' | 'mach-o' | 'pe' | 'script' | 'xml' | 'empty' | 'unknown';
	/** That it may be executed and not be read by whoever gathered this: what it is made of is not known then. */
	readonly isClosed?: true;
	/** As Node names it; of an executable. */
	readonly architecture?: string;
	/** The loader that it asks for, such as `/lib64/ld-linux-x86-64.so.2`, or the interpreter of a script. */
	readonly loader?: Look<string>;
	/** What an interpreter is told to run, links followed, such as the main file of this program. */
	readonly entry?: Look<string>;
	/** Of the Node that runs our own program, such as `v22.4.0`. */
	readonly nodeVersion?: string;
	/** The newest version of glibc that it asks for, such as `2.34`. */
	readonly glibc?: string;
}

/** One run of a credential process. Nothing of what it granted is kept. */
export interface ProgramRun {
	/** Absent when it was ended by a signal or by our patience. */
	readonly exit?: number;
	readonly isTimeout: boolean;
	/** The end of what it said, secrets and control characters taken out; at most 4 096 characters. */
	readonly stderr: string;
	/** What its standard output was: `json` with the names of its members, or something else. */
	readonly output:
		| {readonly kind: 'empty'}
		| {readonly kind: 'not-json'; readonly beginning: string}
		| {
				readonly kind: 'json';
				readonly members: readonly string[];
				/** `Version`, as JSON. */
				readonly version?: string;
				/** ISO 8601, as it stands there. */
				readonly expiration?: string;
		  };
}
