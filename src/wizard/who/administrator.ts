export type {KnownCliProfile as Administrator} from '../../config-file/find-cli-profiles.ts';

/** Who AWS says that somebody is. */
export interface Identity {
	/** Twelve digits. */
	readonly accountId: string;
	readonly arn: string;
	/** The AWS CLI profile that was asked through; undefined for the usual places. */
	readonly cliProfile: string | undefined;
}

/** Why nobody can be identified. */
export type WhoProblemKind =
	| 'no credentials'
	| 'unknown profile'
	| 'signed out'
	| 'incomplete'
	| 'program failed'
	| 'expired'
	| 'unknown key'
	| 'wrong secret'
	| 'clock'
	| 'refused'
	| 'unreachable'
	| 'untrusted'
	| 'unreadable'
	| 'wrong account';

/** Why the identity is not the one that is needed, with its own help. All text is safe to show. */
export interface WhoProblem {
	readonly kind: WhoProblemKind;
	/** What happened, in one sentence. */
	readonly message: string;
	/** What it means and what usually helps. */
	readonly help: string;
	/** What to type or do next, most useful first. */
	readonly next: readonly [string, ...string[]];
}
