import {describe, expect, test} from 'vitest';
import {lint} from '../../src/lint/lint.ts';
import type {LintedItem} from '../../src/lint/lint-result.ts';
import {verdictOf, wholeVerdict} from '../../src/lint/verdict.ts';
import {INSUFFICIENT_CERTIFICATE} from '../../src/rules/refusals.ts';
import {issueForTest, testTime} from '../support/certificates.ts';

const item: Omit<LintedItem, 'verdict'> = {
	index: 0,
	kind: 'certificate',
	form: 'certificate',
	role: 'anchor',
	subject: 'CN=x',
	fingerprint: null,
	line: 1,
	within: [],
	findings: [],
};
const finding = (rule: string, severity: 'error' | 'warning') => ({
	rule,
	severity,
	message: 'm',
	why: 'w',
	fix: 'f',
	at: '',
	source: {title: 't', url: 'https://example.com', read: '2026-11-22', facts: []},
});

describe('a verdict', () => {
	test.each<[Partial<LintedItem>, string]>([
		[{}, 'Roles Anywhere would accept this as a trust anchor.'],
		[{role: 'issuer'}, 'Roles Anywhere would accept this as an intermediate certificate.'],
		[{kind: 'private-key', role: null}, 'A helper can sign with this key.'],
		[{kind: 'csr', role: null}, 'An issuer can sign this request.'],
		[{kind: 'crl', role: null}, 'Roles Anywhere would import this list.'],
		[{kind: 'container', role: null}, 'What it holds is judged by itself.'],
		[{kind: 'unknown', role: null}, 'Roles Anywhere has no use for this.'],
		[{findings: [finding('a', 'warning')]}, 'Roles Anywhere would accept this as a trust anchor.'],
		[{findings: [finding('a', 'error')]}, 'As a trust anchor this breaks the documented rule a.'],
		[{kind: 'csr', role: null, findings: [finding('a', 'error')]}, 'This breaks the documented rule a.'],
		[
			{findings: ['a', 'b', 'c', 'd'].map(rule => finding(rule, 'error'))},
			'As a trust anchor this breaks 4 documented rules: a, b, c and others.',
		],
		[
			{findings: [finding('a', 'error'), {...finding('b', 'error'), refusal: INSUFFICIENT_CERTIFICATE}]},
			'Roles Anywhere would refuse this as a trust anchor: "Untrusted certificate. Insufficient certificate".',
		],
	])('of %o', (differs, verdict) => {
		expect(verdictOf({...item, ...differs})).toBe(verdict);
	});

	test('says "refuse" only with words of the service', async () => {
		const bad = await issueForTest({version: 1, serial: Uint8Array.of(0), subject: ''});
		const items = lint(Buffer.from(bad.pem), {at: testTime}).files.flatMap(file => file.items);
		expect(items[0]?.verdict).toContain('Untrusted certificate. Insufficient certificate');
	});

	test('of everything says whether there was anything, and whether it was judged together', () => {
		expect(wholeVerdict([], true)).toBe('There is nothing here to judge.');
		const file = {path: 'x', findings: [], items: [{...item, verdict: ''}]};
		expect(wholeVerdict([file], true)).toBe('Nothing here breaks a documented rule.');
		expect(wholeVerdict([file], false)).toContain('each was judged by itself');
		expect(wholeVerdict([{...file, findings: [finding('a', 'error')]}], true)).toBe(
			'What is here breaks the documented rule a.',
		);
	});
});
