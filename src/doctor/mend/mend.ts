import type {ConfigRepair, RepairContext} from '../../config-file/repair.ts';

/** What a CLI profile is to hold, as `configure` is told it: each member is the flag of that name. */
export interface CliProfileFlags {
	readonly cliProfile: string;
	readonly helper: 'own' | 'official';
	/** Where the official helper is, when not in PATH. */
	readonly helperProgram?: string | undefined;
	/** Paths are absolute. */
	readonly certificate: string;
	readonly privateKey: string;
	readonly intermediates?: string | undefined;
	readonly passphraseFile?: string | undefined;
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
	/** Seconds. */
	readonly sessionDuration?: number | undefined;
	readonly roleSessionName?: string | undefined;
	readonly endpoint?: string | undefined;
	/** In which what uses the credentials works. */
	readonly region?: string | undefined;
	/** State folder of this program, where the command names one. */
	readonly home?: string | undefined;
}

/** Which part of a certificate becomes session tags. */
export interface MappingGoal {
	readonly certificateField: string;
	/** All of them; what is mapped beside them goes. */
	readonly specifiers: readonly string[];
}

/** Something that this program can mend itself, as data; nothing in it is secret. */
export type Mend =
	/** Writes the CLI profile as `configure` does, in the place of what is there. */
	| {readonly kind: 'configure'; readonly flags: CliProfileFlags}
	/** Makes a config file one that every client reads alike, changing nothing else. */
	| {
			readonly kind: 'config-file';
			readonly path: string;
			readonly context: RepairContext;
			readonly repairs: readonly ConfigRepair[];
			/** The file as it was seen, secrets taken out: any other is left alone. */
			readonly seen: string;
	  }
	/** Writes a text file anew as UTF-8. */
	| {readonly kind: 'encoding'; readonly path: string}
	/** Permission bits of a file. */
	| {readonly kind: 'mode'; readonly path: string; readonly mode: number}
	/** Writes certificates that lie on this machine into a new file, in order, and names it in the CLI profile. */
	| {
			readonly kind: 'chain';
			readonly path: string;
			/** DER in base64. */
			readonly certificates: readonly string[];
			readonly flags: CliProfileFlags;
	  }
	/** Writes the things of these files into a new folder as clients want them, and names those in the CLI profile. */
	| {
			readonly kind: 'convert';
			readonly paths: readonly string[];
			readonly into: string;
			readonly flags: CliProfileFlags;
	  }
	/** Gives a role another trust policy, as long as it still has the one that was seen. */
	| {
			readonly kind: 'trust-policy';
			readonly roleArn: string;
			readonly before: string;
			readonly policy: string;
			readonly region: string;
	  }
	/** Enables a trust anchor or a Roles Anywhere profile. */
	| {readonly kind: 'enable'; readonly arn: string}
	/** Lists these roles in a Roles Anywhere profile, and no others. */
	| {
			readonly kind: 'profile-roles';
			readonly profileArn: string;
			readonly before: readonly string[];
			readonly roleArns: readonly string[];
	  }
	/** Maps these parts of a certificate to session tags. */
	| {
			readonly kind: 'map-attributes';
			readonly profileArn: string;
			readonly before: MappingGoal;
			readonly goal: MappingGoal;
	  };
