import {rules} from './credential-process/rules.generated.ts';
import type {CredentialProcessSubject} from './credential-process-subject.ts';
import type {Finding} from './finding.ts';
import {runRules} from './run.ts';

/** Every rule on what a credential process does and prints, by id. */
export const credentialProcessRules = rules;

/** Judges one run of a credential process by the contract that clients hold it to (fact sheet, CFG-50 to CFG-52); worst first. */
export function judgeCredentialProcess(subject: CredentialProcessSubject): readonly Finding[] {
	return runRules(credentialProcessRules, subject);
}
