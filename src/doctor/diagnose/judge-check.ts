import {type Finding, SEVERITIES} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {Check, Judgement} from './check.ts';
import {checks} from './checks.generated.ts';
import {CHECKS, type CheckId, type CheckResult} from './diagnosis.ts';

/** Every check, in the order in which a cause is looked for. */
export const orderedChecks: readonly Check[] = checks.toSorted(
	(one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
);

/** What stands before the words of a check. */
export function titleOf(check: CheckId): string {
	return checkOf(check).title;
}

/** Judges one check by what was gathered so far; undefined while a part that it needs is not there. Pure. */
export function judgeCheck(check: CheckId, evidence: Partial<Evidence>): CheckResult | undefined {
	const found = checkOf(check);
	return isGathered(evidence, found) ? resultOf(check, found.judge(evidence)) : undefined;
}

/** A judgement as a result: worst findings first, the state told from them. */
export function resultOf(check: CheckId, {findings, words, state}: Judgement): CheckResult {
	return {check, state: state ?? stateOf(findings), words, findings: worstFirst(findings)};
}

/** What findings come to. */
export function stateOf(findings: readonly Finding[]): CheckResult['state'] {
	if (findings.some(({severity}) => severity === 'error')) {
		return 'failed';
	}

	return findings.length > 0 ? 'noticed' : 'passed';
}

/** Errors before warnings before notices, otherwise as they are. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
	return findings.toSorted((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
}

/** The parts that a check does not need are never looked at by it, so what has those that it needs may stand for all. */
function isGathered(evidence: Partial<Evidence>, {needs}: Check): evidence is Evidence {
	return (['format', 'at', 'cliProfile', ...needs] as const).every(part => evidence[part] !== undefined);
}

function checkOf(id: CheckId): Check {
	const found = checks.find(({check}) => check === id);
	if (!found) {
		throw new Error(`there is no check ${id}`);
	}

	return found;
}
