import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/reading/certificate-readable.ts';
import {runRule} from '../../../src/rules/run.ts';
import {readingExamples} from '../../support/rule-examples/reading.ts';

describe(rule.id, () => {
	test('says why it cannot be read', async () => {
		const {status, findings} = await readingExamples.judge(
			rule.id,
			'-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----',
		);
		expect([status, ...findings.map(({message}) => message)]).toEqual([
			'failed',
			'It cannot be read: The signed part should have tag 0x30 and has 0x02, at byte 2.',
		]);
	});

	test('passes a good certificate', async () => {
		expect(await readingExamples.judge(rule.id, '<certificate>')).toMatchObject({status: 'passed', findings: []});
	});

	test('is not about other things', () => {
		const other = rule.id === 'crl-readable' ? 'certificate' : 'crl';
		expect(runRule(rule, {what: other, problem: 'broken'}).status).toBe('not-applicable');
	});
});
