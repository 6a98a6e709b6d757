import type {AttemptedReading} from './attempted-reading.ts';
import type {Finding} from './finding.ts';
import {rules} from './reading/rules.generated.ts';
import {runRules} from './run.ts';

/** Tells of a thing that cannot be read; empty when it can. */
export function judgeReading(reading: AttemptedReading): readonly Finding[] {
	return reading.problem === undefined ? [] : runRules<AttemptedReading>(rules, reading);
}
