import type {Finding} from '../../rules/finding.ts';
import type {Remedy} from '../remedies/remedy.ts';

/** What is looked at, in the order in which a cause is looked for (fact sheet, 6.6). */
export const CHECKS = [
	'files',
	'key',
	'certificate',
	'path',
	'dates',
	'arns',
	'config',
	'program',
	'network',
	'account',
	'session',
	'history',
] as const;

/** The name of one check. */
export type CheckId = (typeof CHECKS)[number];

/** What came of one check. */
export interface CheckResult {
	readonly check: CheckId;
	/** `unknown` when what it needs could not be looked at. */
	readonly state: 'passed' | 'noticed' | 'failed' | 'unknown';
	/** In a few words, fit to be shown: `P-256 key, belongs to the certificate`. */
	readonly words: string;
	/** Worst first. */
	readonly findings: readonly Finding[];
}

/** A finding with what is to be done about it. */
export interface Problem {
	readonly finding: Finding;
	readonly check: CheckId;
	readonly remedy: Remedy;
	/** Findings that go away with it. */
	readonly consequences: readonly Finding[];
}

/** Something that could not be looked at. */
export interface Open {
	/** What, and why not: `The account was not looked at: there are no credentials that administer it`. */
	readonly what: string;
	/** What may be wrong there without showing. */
	readonly leavesOpen: string;
	/** How it could be looked at. */
	readonly next: string;
}

/** What the service would answer, by the very function that the rehearsal answers with. */
export type Prediction =
	| {readonly state: 'granted'; readonly assumedRoleArn: string; readonly durationSeconds: number}
	| {
			readonly state: 'refused';
			readonly code: string;
			readonly message: string;
			/** Whether AWS is known to use these words. */
			readonly isRecorded: boolean;
	  }
	/** Too little was seen to tell; which part is missing. */
	| {readonly state: 'unknown'; readonly missing: string};

/** What the evidence comes to. */
export interface Diagnosis {
	/**
	 * `working`: credentials were granted. `sound`: nothing is wrong as far as could be looked. `broken`: something is, see
	 * `cause`. `unexplained`: it does not work, and nothing of what was seen says why.
	 */
	readonly verdict: 'working' | 'sound' | 'broken' | 'unexplained';
	/** The most likely cause; there when `broken`. */
	readonly cause?: Problem;
	/** Everything else that was noticed, most important first. */
	readonly others: readonly Problem[];
	/** In the order of {@link CHECKS}. */
	readonly checks: readonly CheckResult[];
	readonly prediction: Prediction;
	readonly open: readonly Open[];
}
