import {describe, expect, test} from 'vitest';
import {LARGEST_SET, lintFiles} from '../../src/lint/lint-files.ts';
import type {LintOptions} from '../../src/lint/lint-result.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';
import {revocationListPem} from '../support/revocation-list.ts';

const now: LintOptions = {at: testTime};
const file = (path: string, text: string) => ({path, bytes: Buffer.from(text)});

describe('judging files', () => {
	test('tells of each thing what it is and what Roles Anywhere would make of it', async () => {
		const {root, issuing, endEntity} = await pki();
		const key = endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
		const {files} = lintFiles(
			[
				file('host.pem', endEntity.pem + issuing.pem),
				file('root.pem', root.pem),
				file('host-key.pem', key),
				file('list.crl', revocationListPem([1])),
			],
			now,
		);
		expect(files.map(({items}) => items.map(({kind, role, subject, line}) => [kind, role, subject, line]))).toEqual([
			[
				['certificate', 'end-entity', 'CN=host.example.com,O=Example', 1],
				['certificate', 'issuer', 'CN=Test Issuing,O=Example', expect.any(Number)],
			],
			[['certificate', 'anchor', 'CN=Test Root,O=Example', 1]],
			[['private-key', null, null, 1]],
			[['crl', null, '', 1]],
		]);
		expect(files.slice(0, 3).flatMap(({items}) => items.map(({verdict}) => verdict))).toEqual([
			'Roles Anywhere would accept this as an end-entity certificate.',
			'Roles Anywhere would accept this as an intermediate certificate.',
			'Roles Anywhere would accept this as a trust anchor.',
			'A helper can sign with this key.',
		]);
	});

	test('shows nothing of a private key', async () => {
		const {endEntity} = await pki();
		const {d = ''} = endEntity.privateKey.export({format: 'jwk'});
		const key = endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
		const told = JSON.stringify(lintFiles([file('key.pem', key)], now));
		expect(told).not.toContain(d);
		expect(told).not.toContain(key.split('\n')[1]);
	});

	test('repeats the words of the service where they are known, and speaks of the documented rule elsewhere', async () => {
		const refused = await issueForTest({keyUsage: ['keyEncipherment']});
		const late = await issueForTest({notAfter: new Date('2026-05-02T00:00:00Z')});
		const verdict = (pem: string) => lintFiles([file('x.pem', pem)], now).files[0]?.items[0]?.verdict;
		expect(verdict(refused.pem)).toBe(
			'Roles Anywhere would refuse this as an end-entity certificate: "Untrusted certificate. Insufficient certificate".',
		);
		expect(verdict(late.pem)).toBe('As an end-entity certificate this breaks the documented rule ee-valid-now.');
	});

	test('judges every certificate as what it is said to be', async () => {
		const {endEntity} = await pki();
		const {files, counts} = lintFiles([file('x.pem', endEntity.pem)], {...now, as: 'anchor'});
		expect(files[0]?.items[0]?.role).toBe('anchor');
		expect(counts.error).toBeGreaterThan(0);
	});

	test('judges a file as the text that would be registered when it is to be a trust anchor', async () => {
		const {root} = await pki();
		const {files} = lintFiles([file('x.pem', root.pem.repeat(3))], {...now, as: 'anchor'});
		expect(files[0]?.findings.map(({rule}) => rule)).toContain('trust-anchor-bundle-count');
	});

	test('counts only the rules that are asked for', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment'], serial: Uint8Array.of(0)});
		const {files} = lintFiles([file('x.pem', bad.pem)], {...now, rules: ['serial-number']});
		expect(files.flatMap(({items}) => items.flatMap(({findings}) => findings.map(({rule}) => rule)))).toEqual([
			'serial-number',
		]);
	});

	test('has the worst finding of a thing first', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment'], notAfter: new Date('2026-06-10T00:00:00Z')});
		const severities = lintFiles([file('x.pem', bad.pem)], now).files[0]?.items[0]?.findings.map(
			({severity}) => severity,
		);
		expect(severities).toEqual(['error', ...(severities ?? []).slice(1)]);
		expect(severities).toContain('warning');
	});

	test('says so of a certificate that cannot be read', () => {
		const pem = '-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n';
		const item = lintFiles([file('x.pem', pem)], now).files[0]?.items[0];
		expect(item).toMatchObject({kind: 'certificate', role: null, subject: null, fingerprint: null});
		expect(item?.findings.map(({rule}) => rule)).toContain('certificate-readable');
	});

	test('makes one unknown thing of a file in which nothing is known', () => {
		const {files, counts} = lintFiles([file('x.txt', 'hello')], now);
		expect(files[0]?.items).toMatchObject([{kind: 'unknown', findings: [{rule: 'file-recognised'}]}]);
		expect(counts.error).toBe(1);
	});

	test('judges things together up to a size, and says when it does not', async () => {
		const {endEntity} = await pki();
		const few = lintFiles([file('x.pem', endEntity.pem.repeat(2))], now);
		expect(few.isJudgedTogether).toBe(true);
		expect(few.files[0]?.items[1]?.findings.map(({rule}) => rule)).toContain('set-certificate-once');

		const many = lintFiles([file('x.pem', endEntity.pem.repeat(LARGEST_SET + 1))], now);
		expect(many.isJudgedTogether).toBe(false);
		expect(many.verdict).toContain('each was judged by itself');
	});

	test('takes any bytes', () => {
		const bytes = Uint8Array.from({length: 256}, (_, index) => index);
		expect(lintFiles([{path: 'x', bytes}, file('empty', '')], now).files).toHaveLength(2);
	});
});
