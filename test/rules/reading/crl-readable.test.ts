import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/reading/crl-readable.ts';
import {runRule} from '../../../src/rules/run.ts';
import {readingExamples} from '../../support/rule-examples/reading.ts';

describe(rule.id, () => {
	test('says why it cannot be read', async () => {
		const {status, findings} = await readingExamples.judge(
			rule.id,
			'-----BEGIN X509 CRL-----\nMAMCAQE=\n-----END X509 CRL-----',
		);
		expect([status, ...findings.map(({message}) => message)]).toEqual([
			'failed',
			'It cannot be read: The signed part should have tag 0x30 and has 0x02, at byte 2.',
		]);
	});

	test('passes a good list', async () => {
		expect(await readingExamples.judge(rule.id, '<crl>')).toMatchObject({status: 'passed', findings: []});
	});

	test('is not about other things', () => {
		const other = rule.id === 'crl-readable' ? 'certificate' : 'crl';
		expect(runRule(rule, {what: other, problem: 'broken'}).status).toBe('not-applicable');
	});
});
