import {SEVERITIES} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {predict} from '../predict/predict.ts';
import type {Remedy} from '../remedies/remedy.ts';
import {remedyFor} from '../remedies/remedy-for.ts';
import {explains} from './consequences.ts';
import {CHECKS, type CheckResult, type Diagnosis, type Problem} from './diagnosis.ts';
import {findCause} from './find-cause.ts';
import {type Found, foundBy} from './found.ts';
import {hear} from './hear.ts';
import {orderedChecks, resultOf, stateOf, worstFirst} from './judge-check.ts';
import {openIn} from './open-in.ts';
import {summaryOf} from './summary-of.ts';
import {weigh} from './weigh.ts';
import {type WhatHappened, whatHappened} from './what-happened.ts';

/**
 * What the evidence comes to: the most likely cause, and everything else that was noticed. Pure: the moment of judgement is
 * when the evidence was gathered. Never throws on evidence that is well-formed.
 */
export function diagnose(evidence: Evidence): Diagnosis {
	const judged = orderedChecks.map((check): CheckResult => resultOf(check.check, check.judge(evidence)));
	const messages = hear(evidence);
	const happened = whatHappened(evidence);
	const weighed = (each: Found) => weigh(each, happened, messages);
	const found = foundBy(judged).map(weighed);
	const cause = findCause(found, messages, evidence);
	const verdict = cause ? 'broken' : verdictWithoutCause(happened);
	const [first, ...others] = problemsOf([...(cause ? [cause] : []), ...rankedWithout(found, cause)], evidence);
	const {prediction} = predict(evidence);
	return {
		verdict,
		summary: summaryOf(verdict, {evidence, happened, ...(cause && {check: cause.check})}),
		...(cause && first && {cause: first}),
		others: cause || !first ? others : [first, ...others],
		checks: judged.map(result => weighedResult(result, weighed)),
		prediction,
		messages,
		open: openIn(evidence),
	};
}

function verdictWithoutCause({isGranted, hasRun, hasFailed}: WhatHappened): Diagnosis['verdict'] {
	if (hasFailed) {
		return 'unexplained';
	}

	return isGranted || hasRun ? 'working' : 'sound';
}

/** Errors by the order of the checks, then warnings, then notices. */
function rankedWithout(found: readonly Found[], cause: Found | undefined): readonly Found[] {
	return found
		.filter(each => each !== cause)
		.toSorted(
			(one, other) =>
				SEVERITIES.indexOf(other.finding.severity) - SEVERITIES.indexOf(one.finding.severity) ||
				CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check),
		);
}

/** Each with what goes away with it, which then is no problem of its own. */
function problemsOf(ranked: readonly Found[], evidence: Evidence): readonly Problem[] {
	const remedied = ranked.map(found => ({found, remedy: remedyFor(found.finding, evidence)}));
	const explained = new Set<Remedied>();
	return remedied.flatMap(each => {
		if (explained.has(each)) {
			return [];
		}

		const consequences = remedied.filter(other => other !== each && !explained.has(other) && goesWith(each, other));
		for (const consequence of consequences) {
			explained.add(consequence);
		}

		const {
			found: {finding, check},
			remedy,
		} = each;
		return [{finding, check, remedy, consequences: consequences.map(({found}) => found.finding)}];
	});
}

interface Remedied {
	readonly found: Found;
	readonly remedy: Remedy;
}

/** True for what one makes, and for what the same command or the same advice of the same rule mends. */
function goesWith(one: Remedied, other: Remedied): boolean {
	const [command, otherCommand] = [one, other].map(({remedy}) => remedy.commands.join('\n'));
	const isSameRule = one.found.finding.rule === other.found.finding.rule && one.remedy.what === other.remedy.what;
	return explains(one.found, other.found) || (command === otherCommand && (command !== '' || isSameRule));
}

/** A check with its findings as they were weighed. */
function weighedResult(result: CheckResult, weighed: (found: Found) => Found): CheckResult {
	const {check} = result;
	const findings = worstFirst(result.findings.map(finding => weighed({finding, check}).finding));
	return findings.length === 0 ? result : {...result, findings, state: stateOf(findings)};
}
