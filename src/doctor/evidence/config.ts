import type {Look} from './look.ts';

/** The AWS config file and the credentials file. What becomes of them in each client is for diagnosis to tell. */
export interface ConfigEvidence {
	readonly config: Look<ConfigText>;
	readonly credentials: Look<ConfigText>;
}

/** One of the two files. */
export interface ConfigText {
	/** Absolute. */
	readonly path: string;
	/** Line for line as it is, with the values that are or may be secret replaced by `REDACTED`. */
	readonly text: string;
	/** Permission bits, on systems that have them. */
	readonly mode?: number;
	/** What keeps the user of the host's evidence from reading it: the file itself or a folder above it; absent when nothing does. */
	readonly obstacle?: string;
}

/** Stands for what is or may be secret. */
export const REDACTED = 'REDACTED';
