import {describe, expect, test} from 'vitest';
import type {Rule} from '../../src/rules/rule.ts';
import {runRule} from '../../src/rules/run.ts';

/** A subject, written as the examples of its folder are, and what comes of it. */
export type WrittenCase = readonly [
	title: string,
	subject: string,
	status: 'passed' | 'failed' | 'not-applicable',
	/** One for each finding; a severity before it, as `notice: …`, where it is not the rule's own. */
	...messages: readonly string[],
];

/** Judges subjects by one rule; `read` makes them of their text, really signed where they are signed. */
export function describeRule<Subject>(
	rule: Rule<Subject>,
	read: (subject: string) => Subject | Promise<Subject>,
	cases: readonly WrittenCase[],
): void {
	describe(rule.id, () => {
		test.each(cases.map(([title, ...rest]) => [title, rest] as const))('%s', async (_title, [subject, ...expected]) => {
			const verdict = runRule(rule, await read(subject));
			const messages = verdict.findings.map(({severity, message}) =>
				severity === rule.severity ? message : `${severity}: ${message}`,
			);
			expect([verdict.status, ...messages]).toEqual(expected);
		});

		test('has a case that breaks it and one that keeps it', () => {
			const statuses = cases.map(([, , status]) => status);
			expect(statuses).toContain('failed');
			expect(statuses).toContain('passed');
		});
	});
}
