import {rules} from './account/rules.generated.ts';
import type {LookedAtAccount} from './account-subject.ts';
import type {Finding} from './finding.ts';
import {runRules} from './run.ts';

/** Judges what was seen of an account beside what the service's own decision says of it, worst first. */
export function judgeAccount(account: LookedAtAccount): readonly Finding[] {
	return runRules<LookedAtAccount>(rules, account);
}
