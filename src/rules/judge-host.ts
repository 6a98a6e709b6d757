import type {Finding} from './finding.ts';
import {rules} from './host/rules.generated.ts';
import type {HostSubject} from './host-subject.ts';
import {runRules} from './run.ts';

/** Every rule on the machine and its user, by id. */
export const hostRules = rules;

/** Judges whether the machine has what the command names, and lets its user have it; worst findings first. */
export function judgeHost(subject: HostSubject): readonly Finding[] {
	return runRules(hostRules, subject);
}
