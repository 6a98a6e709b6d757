import {describe, expect, test} from 'vitest';
import type {AttemptedPath} from '../../src/rules/attempted-path.ts';
import type {Rule} from '../../src/rules/rule.ts';
import {pathExamples} from './rule-examples/path.ts';

/** What a good path differs by (see `rule-examples/path.ts`), and the findings of the rule: none when the path is accepted. */
export type PathCase = readonly [
	title: string,
	example: string,
	...findings: readonly (readonly [at: string, message: unknown])[],
];

/** Judges paths of really signed certificates by one rule. A path that is refused for another reason is an error. */
export function describePathRule(rule: Rule<AttemptedPath>, cases: readonly PathCase[]): void {
	describe(rule.id, () => {
		test.each(cases.map(([title, ...rest]) => [title, rest] as const))('%s', async (_title, [example, ...expected]) => {
			const {findings} = await pathExamples.judge(rule.id, example);
			expect(findings.map(({at, message}) => [at, message])).toEqual(expected);
		});

		test('has a case that breaks it and one that keeps it', () => {
			expect(cases.some(([, , ...findings]) => findings.length === 0)).toBe(true);
			expect(cases.some(([, , ...findings]) => findings.length > 0)).toBe(true);
		});
	});
}
