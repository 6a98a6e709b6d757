import type {Look} from './look.ts';

/** The machine and the user that run this, as far as they decide whether credentials can be had. */
export interface HostEvidence {
	/** As Node names it, such as `linux`. */
	readonly platform: string;
	/** As Node names it, such as `arm64`. */
	readonly architecture: string;
	/** `glibc 2.36` or `musl`; absent where there is neither. */
	readonly libc?: string;
	readonly nodeVersion: string;
	/** Of this program. */
	readonly programVersion: string;
	/** Absolute. */
	readonly workingDirectory: string;
	/** The user as whom files are read: the one who runs this, or the one who was named. Absent on systems without ids. */
	readonly user?: UserEvidence;
	/** The home folder of that user. */
	readonly home: Look<string>;
	/** Such as `docker`, `kubernetes`, `systemd`, `ci`; what the environment and the file system give away. */
	readonly surroundings: readonly string[];
	/**
	 * Environment variables that matter and hold nothing secret, by name; of addresses the user and password are taken out.
	 */
	readonly variables: Readonly<Record<string, string>>;
	/** Names of variables that are set and hold secrets, such as `AWS_SECRET_ACCESS_KEY`; their values are not here. */
	readonly secretVariables: readonly string[];
}

/** A user as the system counts. */
export interface UserEvidence {
	readonly name?: string;
	readonly uid: number;
	readonly gids: readonly number[];
	/** False when another user than the one who runs this was named. */
	readonly isSelf: boolean;
}
