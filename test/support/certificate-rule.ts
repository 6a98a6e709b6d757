import {describe, expect, test} from 'vitest';
import type {CertificateInRole} from '../../src/rules/certificate-in-role.ts';
import type {Rule} from '../../src/rules/rule.ts';
import {runRule} from '../../src/rules/run.ts';
import {type DiffersBy, issueForTest} from './certificates.ts';

/** A certificate for test, the moment at which it is judged unless that is the usual one, and what comes of it. */
export type RuleCase = readonly [
	title: string,
	differsBy: DiffersBy & {readonly at?: string},
	status: 'passed' | 'failed' | 'not-applicable',
	/** One for each finding; a severity before it, as `notice: …`, where it is not the rule's own. */
	...messages: readonly string[],
];

/** Judges really signed certificates by one rule on the content of certificates. */
export function describeCertificateRule(rule: Rule<CertificateInRole>, cases: readonly RuleCase[]): void {
	describe(rule.id, () => {
		test.each(cases.map(([title, ...rest]) => [title, rest] as const))(
			'%s',
			async (_title, [differsBy, ...expected]) => {
				const {at, ...differs} = differsBy;
				const subject = await issueForTest(differs);
				const verdict = runRule(rule, {...subject, at: at === undefined ? subject.at : new Date(at)});

				const messages = verdict.findings.map(({severity, message}) =>
					severity === rule.severity ? message : `${severity}: ${message}`,
				);
				expect([verdict.status, ...messages]).toEqual(expected);
			},
		);

		test('has a case that breaks it and one that keeps it', () => {
			const statuses = cases.map(([, , status]) => status);
			expect(statuses).toContain('failed');
			expect(statuses).toContain('passed');
		});
	});
}
