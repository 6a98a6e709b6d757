import type {Stage} from '../../decide/decision.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Prediction} from '../diagnose/diagnosis.ts';
import type {Evidence} from '../evidence/evidence.ts';

/** What the service would answer, and why. */
export interface Predicted {
	readonly prediction: Prediction;
	/** Why it would refuse; empty when it would not, or when too little was seen to tell. */
	readonly findings: readonly Finding[];
	/** The step of the service's order that would refuse (fact sheet, 6.1). */
	readonly stage?: Stage;
}

/**
 * What the service would answer to the request that the evidence describes, by the very function that the rehearsal
 * answers with, at the service's time. As far as what was seen allows: a refusal that holds whatever was not seen is
 * predicted. Pure; never throws.
 */
export function predict(_evidence: Evidence): Predicted {
	return {prediction: {state: 'unknown', missing: 'the command'}, findings: []};
}
