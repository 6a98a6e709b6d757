import type {Finding} from './finding.ts';
import {rules} from './network/rules.generated.ts';
import type {NetworkSubject} from './network-subject.ts';
import {runRules} from './run.ts';

/** Every rule on the way to the service, by id. */
export const networkRules = rules;

/** Judges the way to the service, from its name to its answer; worst first. */
export function judgeNetwork(subject: NetworkSubject): readonly Finding[] {
	return runRules(networkRules, subject);
}
