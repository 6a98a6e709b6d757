import type {Certificate} from '../certificate/certificate.ts';
import type {Crl} from '../crl/crl.ts';
import type {BudgetLimits} from './budget.ts';
import type {PathDemands} from './demands.ts';
import type {PathPurpose} from './own-failures.ts';
import type {PolicyInputs} from './policy-graph.ts';
import type {RevocationMode} from './revocation.ts';

/** Deeper than any hierarchy in use; a limit that people set is smaller. */
export const DEFAULT_MAX_DEPTH = 30;

/** From where to where a path is looked for, and what it must keep. */
export interface PathQuestion {
	readonly target: Certificate;
	/** In any order; those that no path needs do no harm. */
	readonly intermediates: readonly Certificate[];
	readonly anchors: readonly Certificate[];
	readonly crls: readonly Crl[];
	readonly at: Date;
	readonly purpose: PathPurpose;
	readonly revocation: RevocationMode;
	/** How many intermediates that are not self-issued a path may hold; {@link DEFAULT_MAX_DEPTH} unless given. */
	readonly maxDepth?: number;
	readonly policies?: PolicyInputs;
	/** `rfc5280` unless given. */
	readonly demands?: PathDemands;
	readonly budget?: BudgetLimits;
}

/** A question that leaves nothing to be assumed but limits. */
export type SettledQuestion = PathQuestion & {readonly demands: PathDemands};
