import {printable} from '../printable.ts';
import type {Finding} from './finding.ts';
import {SEVERITIES} from './finding.ts';
import type {Rule, Shortcoming} from './rule.ts';

/** A rule applied to a subject. `broken` means that the rule itself threw; its finding names it. */
export interface Verdict {
	readonly rule: string;
	readonly status: 'passed' | 'failed' | 'not-applicable' | 'broken';
	readonly findings: readonly Finding[];
}

/** Applies one rule. Never throws: a rule that does becomes a finding of its own. */
export function runRule<Subject>(rule: Rule<Subject>, subject: Subject): Verdict {
	try {
		if (!rule.appliesTo(subject)) {
			return {rule: rule.id, status: 'not-applicable', findings: []};
		}

		const findings = rule.check(subject).map(shortcoming => toFinding(rule, shortcoming));
		return {rule: rule.id, status: findings.length === 0 ? 'passed' : 'failed', findings};
	} catch (error) {
		return {rule: rule.id, status: 'broken', findings: [brokenRule(rule, error)]};
	}
}

/** Applies every rule and returns what was found, worst first, otherwise in the order of the rules. */
export function runRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject): readonly Finding[] {
	const findings: Finding[] = [];
	for (const rule of rules) {
		collect(rule, subject, findings);
	}

	return findings.length < 2
		? findings
		: findings.toSorted((one, other) => SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity));
}

/** As {@link runRule}, for judging in bulk: most rules find nothing, and then nothing is made. */
function collect<Subject>(rule: Rule<Subject>, subject: Subject, findings: Finding[]): void {
	const before = findings.length;
	try {
		if (rule.appliesTo(subject)) {
			for (const shortcoming of rule.check(subject)) {
				findings.push(toFinding(rule, shortcoming));
			}
		}
	} catch (error) {
		findings.splice(before, findings.length, brokenRule(rule, error));
	}
}

function toFinding<Subject>(rule: Rule<Subject>, {at, message, fix, severity}: Shortcoming): Finding {
	return {
		rule: rule.id,
		severity: severity ?? rule.severity,
		message,
		why: rule.why,
		fix: fix ?? rule.fix,
		at,
		source: rule.source,
		...(rule.refusal && {refusal: rule.refusal}),
	};
}

function brokenRule<Subject>(rule: Rule<Subject>, error: unknown): Finding {
	return {
		rule: rule.id,
		severity: 'error',
		message: `The rule itself failed: ${printable(error instanceof Error ? error.message : String(error))}`,
		why: 'This is a defect of anchorsmith, not of what was checked; the other rules still ran.',
		fix: 'Report it with the file that caused it, if it may be shown.',
		at: '',
		source: rule.source,
	};
}
