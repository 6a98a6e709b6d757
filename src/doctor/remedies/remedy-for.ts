import type {Finding} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {Remedy, RemedyFor} from './remedy.ts';

/** Every remedy that is known, the more particular before the more general. */
export const remedies: readonly RemedyFor[] = [];

/** What is to be done about a finding: the first remedy that helps here, else the words of the rule's own fix. Pure. */
export function remedyFor(finding: Finding, evidence: Evidence): Remedy {
	for (const {rules, remedy} of remedies) {
		const found = rules.includes(finding.rule) ? remedy(finding, evidence) : undefined;
		if (found) {
			return found;
		}
	}

	return {what: finding.fix, who: 'operator', commands: []};
}
