import type {Stage} from '../../decide/decision.ts';
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
			/** What was not seen and is taken to be in order; the service may refuse for it first. Absent when all was seen. */
			readonly provided?: string;
	  }
	/** Too little was seen to tell; which part is missing. */
	| {readonly state: 'unknown'; readonly missing: string};

/** A message of an error that was met. */
export interface Heard {
	/**
	 * `live`: the service answered it to our own request. `run`: the credential process said it when it was run. `told`: the
	 * person gave it. `recorded`: `credentials` met it before.
	 */
	readonly from: 'live' | 'run' | 'told' | 'recorded';
	/** As it was met, fit to be shown. */
	readonly quoted: string;
	/** ISO 8601; of what was recorded. */
	readonly at?: string;
	/** What is known of it; absent when nobody knows it here. */
	readonly known?: {
		/** Whose words these are, such as `service` or `official-helper`. */
		readonly speaker: string;
		/** The number of the fact, such as `ERR-01`. */
		readonly fact: string;
		/** The first stage of CreateSession that may have said it: all before it passed. */
		readonly stage?: Stage;
		readonly meaning: string;
		/** Most likely first. */
		readonly causes: readonly {
			/** Ids of rules. */
			readonly rules: readonly string[];
			readonly what: string;
			readonly next: string;
		}[];
	};
}

/** What the evidence comes to. */
export interface Diagnosis {
	/**
	 * `working`: credentials were granted. `sound`: nothing is wrong as far as could be looked. `broken`: something is, see
	 * `cause`. `unexplained`: it does not work, and nothing of what was seen says why.
	 */
	readonly verdict: 'working' | 'sound' | 'broken' | 'unexplained';
	/** The verdict in a sentence, fit to be shown. */
	readonly summary: string;
	/** The most likely cause; there when `broken`. */
	readonly cause?: Problem;
	/** Everything else that was noticed, most important first. */
	readonly others: readonly Problem[];
	/** In the order of {@link CHECKS}. */
	readonly checks: readonly CheckResult[];
	readonly prediction: Prediction;
	/** Messages of errors that were met, the one that says most first. */
	readonly messages: readonly Heard[];
	readonly open: readonly Open[];
}
