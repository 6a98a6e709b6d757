import type {Finding} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {predict} from '../predict/predict.ts';
import type {CheckId, CheckResult, Diagnosis, Problem} from './diagnosis.ts';
import {orderedChecks, resultOf} from './judge-check.ts';

/**
 * What the evidence comes to: the most likely cause, and everything else that was noticed. Pure: the moment of judgement is
 * when the evidence was gathered. Never throws on evidence that is well-formed.
 */
export function diagnose(evidence: Evidence): Diagnosis {
	const checks = orderedChecks.map((check): CheckResult => resultOf(check.check, check.judge(evidence)));
	const {prediction} = predict(evidence);
	const problems = checks.flatMap(({check, findings}) => findings.map(finding => problemOf(finding, check)));
	const cause = problems.find(({finding}) => finding.severity === 'error');
	return {
		verdict: cause ? 'broken' : 'sound',
		...(cause && {cause}),
		others: problems.filter(problem => problem !== cause),
		checks,
		prediction,
		messages: [],
		open: [],
	};
}

function problemOf(finding: Finding, check: CheckId): Problem {
	return {finding, check, remedy: {what: finding.fix, who: 'operator', commands: []}, consequences: []};
}
