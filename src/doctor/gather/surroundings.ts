import type {AwsAccess} from '../../aws/access.ts';

/** What a person asked to be looked at. */
export interface GatherOptions {
	/** Left out, the environment or the files decide. */
	readonly cliProfile?: string;
	/** Flags that stand for the credential process, as `credentials` has them; they win over the config file. */
	readonly flags?: Readonly<Record<string, string>>;
	/** Nothing is sent anywhere. */
	readonly isOffline: boolean;
	/** Credentials that administer the account come from this CLI profile. */
	readonly adminProfile?: string;
	/** The user as whom files are to be read, when it is another one: a name or a number. */
	readonly user?: string;
	/** A message of an error that the person met. */
	readonly told?: string;
	/** Opens the private key, where it is encrypted. */
	readonly passphrase?: string;
}

/** All that gathering may use of the world. */
export interface Surroundings {
	readonly options: GatherOptions;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
	readonly architecture: string;
	/** Absolute. */
	readonly workingDirectory: string;
	/** How this program is started again: the Node binary and the entry file, both absolute. */
	readonly program: readonly [string, string];
	/** @throws {ExpectedError} `HOME_MISSING`. */
	userHome(): string;
	/** @throws {ExpectedError} `HOME_MISSING`. */
	stateDirectory(): string;
	readonly now: () => Date;
	readonly randomBytes: (count: number) => Uint8Array;
	/** Resolves after so many milliseconds; rejects once the signal is aborted. */
	readonly sleep: (milliseconds: number) => Promise<void>;
	readonly signal: AbortSignal;
	/** How the account is looked at, once its region is known. Its credentials are only asked for when they are used. */
	administer(region: string): AwsAccess;
}
