import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/reading/request-readable.ts';
import {runRule} from '../../../src/rules/run.ts';
import {readingExamples} from '../../support/rule-examples/reading.ts';

describe(rule.id, () => {
	test('says why it cannot be read', async () => {
		const {status, findings} = await readingExamples.judge(
			rule.id,
			'-----BEGIN CERTIFICATE REQUEST-----\nMAMCAQE=\n-----END CERTIFICATE REQUEST-----',
		);
		expect([status, ...findings.map(({message}) => message)]).toEqual([
			'failed',
			'It cannot be read: example holds no certificate signing request.',
		]);
	});

	test('passes a good request', async () => {
		expect(await readingExamples.judge(rule.id, '<request>')).toMatchObject({status: 'passed', findings: []});
	});

	test('is not about other things', () => {
		const other = rule.id === 'crl-readable' ? 'certificate' : 'crl';
		expect(runRule(rule, {what: other, problem: 'broken'}).status).toBe('not-applicable');
	});
});
