import type {Evidence} from '../../src/doctor/evidence/evidence.ts';
import type {Remedy} from '../../src/doctor/remedies/remedy.ts';
import {remedyFor} from '../../src/doctor/remedies/remedy-for.ts';
import {everyRule} from '../../src/rules/folders.ts';

/** The remedy for a finding of a rule, as far as it does not depend on what the finding says. */
export function remedyOf(id: string, evidence: Evidence, at = ''): Remedy {
	const rule = everyRule.find(one => one.id === id);
	if (!rule) {
		throw new Error(`there is no rule ${id}`);
	}

	const {severity, why, fix, source} = rule;
	return remedyFor({rule: id, severity, message: 'It is so.', why, fix, at, source}, evidence);
}
