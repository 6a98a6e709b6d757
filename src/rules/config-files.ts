import type {Result} from '../result.ts';

/** One setting of a section as botocore's parser understands the file; numbers of lines start at 1. */
export interface ConfigKey {
	/** As written; botocore compares it in lowercase, the SDK for JavaScript as it is. */
	readonly written: string;
	readonly line: number;
	/** Lines that botocore takes as more of the value, and the SDK for JavaScript drops or reads as nested settings. */
	readonly continuations: readonly number[];
	/** Blanks before the key. */
	readonly indent: string;
	/** What stands between key and value, `:` being botocore's alone. */
	readonly delimiter: '=' | ':';
	/** The whole value to botocore: lines joined by a line feed, blanks around each taken off. */
	readonly value: string;
}

/** One `[header]` and what follows it, as botocore's parser understands the file. */
export interface ConfigSection {
	/** What stands between the brackets. */
	readonly header: string;
	readonly line: number;
	/** The line of the last setting, or of the header; blank lines and notes after it belong to whatever follows. */
	readonly lastLine: number;
	readonly keys: readonly ConfigKey[];
	/** The CLI profile that botocore takes it for in the config file. */
	readonly cliProfile?: string;
	/** The CLI profile that the SDK for JavaScript takes it for in the config file. */
	readonly cliProfileToJavaScript?: string;
}

/** What makes botocore refuse the whole file, with every profile in it. */
export interface ConfigProblem {
	readonly kind:
		| 'byte-order-mark'
		| 'no-section'
		| 'not-a-setting'
		| 'duplicate-section'
		| 'duplicate-key'
		| 'broken-nested';
	readonly line: number;
	/** Where the same section or key stood first. */
	readonly firstLine?: number;
	/** The header or the key that it is about; empty where there is none. */
	readonly name: string;
}

/** Settings by name, as one client sees them. */
export type Settings = ReadonlyMap<string, string>;

/** A config or credentials file, read. */
export interface ConfigFile {
	readonly path: string;
	readonly sections: readonly ConfigSection[];
	readonly problems: readonly ConfigProblem[];
	/** What the SDK for JavaScript reads: settings by section, a CLI profile being `profile.NAME` in the config file. */
	readonly toJavaScript: ReadonlyMap<string, Settings>;
}

/** A `credential_process` value and the arguments that each kind of client makes of it. */
export interface ProcessLine {
	/** Where it stands; `credentials` is the credentials file. */
	readonly file: 'config' | 'credentials';
	readonly key: ConfigKey;
	/** botocore's splitting; the problem says what is wrong with it. */
	readonly toBotocore: Result<readonly string[], string>;
	/** A shell's reading, which is the SDK for JavaScript's; undefined when that SDK sees no value at all. */
	readonly toShell: Result<readonly string[], string> | undefined;
	/** The value that the SDK for JavaScript sees. */
	readonly valueToJavaScript: string | undefined;
}

/** Environment variables that choose among what the files say, and hold nothing secret. */
export const CHOICES = [
	'AWS_PROFILE',
	'AWS_DEFAULT_PROFILE',
	'AWS_REGION',
	'AWS_DEFAULT_REGION',
	'AWS_CONFIG_FILE',
	'AWS_SHARED_CREDENTIALS_FILE',
	'AWS_SDK_LOAD_CONFIG',
] as const;

/** One of {@link CHOICES}. */
export type Choice = (typeof CHOICES)[number];

/** One CLI profile with all that decides which credentials a client takes for it. */
export interface ConfigFiles {
	readonly cliProfile: string;
	readonly platform: 'posix' | 'windows';
	/** Undefined when there is no such file. */
	readonly config: ConfigFile | undefined;
	readonly credentials: ConfigFile | undefined;
	/** Sections of the config file that are this CLI profile to either client. */
	readonly configSections: readonly ConfigSection[];
	/** Sections of the credentials file that are this CLI profile. */
	readonly credentialsSections: readonly ConfigSection[];
	/** Every `credential_process` of this CLI profile. */
	readonly processLines: readonly ProcessLine[];
	/** Names of the environment variables that hold something. */
	readonly variables: ReadonlySet<string>;
	/** Values of those that choose profiles, files and regions; those of the others are nobody's business. */
	readonly choices: ReadonlyMap<Choice, string>;
}
