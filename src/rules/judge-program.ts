import type {Finding} from './finding.ts';
import {rules} from './program/rules.generated.ts';
import type {ProgramSubject} from './program-subject.ts';
import {runRules} from './run.ts';

/** Every rule on the program of a credential process, by id. */
export const programRules = rules;

/** Judges the program that clients are to run, and the words that it gets; worst findings first. */
export function judgeProgram(subject: ProgramSubject): readonly Finding[] {
	return runRules(programRules, subject);
}
