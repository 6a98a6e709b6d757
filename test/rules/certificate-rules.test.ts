import {existsSync, readdirSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {certificateRules, enforcedCertificateRules, judgeCertificate} from '../../src/rules/judge-certificate.ts';
import {pki} from '../support/certificates.ts';

const files = readdirSync('src/rules/certificate')
	.filter(name => name.endsWith('.ts') && !name.endsWith('.generated.ts'))
	.map(name => name.slice(0, -'.ts'.length))
	.toSorted();

test('every file of the folder is a rule whose id is the name of the file', () => {
	expect(certificateRules.map(({id}) => id)).toEqual(files);
});

describe.each(certificateRules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
	test('says what it demands, why, and what to do', () => {
		expect(rule.title).toMatch(/^[A-Z].{20,}\.$/);
		expect(rule.why).toMatch(/^.{20,}\.$/);
		expect(rule.fix).toMatch(/^[A-Z].{10,}/);
	});

	test('cites a document by https, with the day on which it was read and the facts it rests on', () => {
		expect(new URL(rule.source.url).protocol).toBe('https:');
		expect(rule.source.read).toMatch(/^20\d\d-\d\d-\d\d$/);
		expect(rule.source.title).not.toBe('');
		expect(rule.source.facts.length).toBeGreaterThan(0);
		for (const fact of rule.source.facts) {
			expect(fact).toMatch(/^[A-Z]+-\d\d$/);
		}
	});

	test('has a test at the mirrored path', () => {
		expect(existsSync(`test/rules/certificate/${id}.test.ts`)).toBe(true);
	});
});

test('the service is known to enforce these, with these words', () => {
	expect(Object.fromEntries(enforcedCertificateRules.map(({id, refusal}) => [id, refusal?.message]))).toEqual({
		'anchor-basic-constraints': 'Incorrect basic constraints for CA certificate',
		'anchor-key-cert-sign': 'Incorrect basic constraints for CA certificate',
		'ee-basic-constraints': 'Untrusted certificate. Insufficient certificate',
		'ee-digital-signature': 'Untrusted certificate. Insufficient certificate',
		'ee-key-kind': 'Untrusted certificate. Insufficient certificate',
		'ee-signature-algorithm': 'Untrusted certificate. Insufficient certificate',
		'ee-subject-present': 'Untrusted certificate. Insufficient certificate',
		'ee-version-3': 'Untrusted certificate. Insufficient certificate',
		'issuer-basic-constraints': 'Untrusted signing certificate',
		'issuer-key-cert-sign': 'Untrusted signing certificate',
		'issuer-signature-algorithm': 'Untrusted signing certificate',
		'issuer-valid-now': 'Untrusted signing certificate',
	});
});

test('every requirement on the content of one certificate stands behind a rule', () => {
	const covered = new Set(certificateRules.flatMap(({source}) => source.facts));
	const numbers = (prefix: string, last: number, without: readonly number[]) =>
		Array.from({length: last}, (_, index) => index + 1)
			.filter(number => !without.includes(number))
			.map(number => `${prefix}-${String(number).padStart(2, '0')}`);
	// CA-13 to CA-15 are about which issuer to choose; no certificate shows that by itself.
	const demanded = [...numbers('CA', 18, [13, 14, 15]), ...numbers('EE', 16, [])];
	expect(demanded.filter(fact => !covered.has(fact))).toEqual([]);
});

test('good certificates of every role give no findings', async () => {
	const {root, issuing, endEntity, directEndEntity} = await pki();
	for (const subject of [root, issuing, endEntity, directEndEntity]) {
		expect(judgeCertificate(subject)).toEqual([]);
	}
});
