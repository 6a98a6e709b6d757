import {describe, expect, test} from 'vitest';
import {SEVERITIES} from '../../src/rules/finding.ts';
import type {RuleText} from '../../src/rules/rule.ts';
import type {FolderExamples} from './rule-examples/example.ts';

/** What an example stands for, what is made of it, and one message for each finding; a milder severity before it. */
export type ExampleCase = readonly [
	title: string,
	example: string,
	status: 'passed' | 'failed' | 'not-applicable',
	...messages: readonly unknown[],
];

/** Judges subjects that are written as the examples of a folder are. */
export function describeRuleByExamples(rule: RuleText, folder: FolderExamples, cases: readonly ExampleCase[]): void {
	describe(rule.id, () => {
		test.each(cases.map(([title, ...rest]) => [title, rest] as const))('%s', async (_title, [example, ...expected]) => {
			const {status, findings} = await folder.judge(rule.id, example);
			const messages = findings.map(({severity, message}) => {
				expect(SEVERITIES).toContain(severity);
				return severity === rule.severity ? message : `${severity}: ${message}`;
			});
			expect([status, ...messages]).toEqual(expected);
		});

		test('has a case that breaks it and one that keeps it', () => {
			const statuses = cases.map(([, , status]) => status);
			expect(statuses).toContain('failed');
			expect(statuses).toContain('passed');
		});
	});
}
