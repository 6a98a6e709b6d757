import {describe, expect, test} from 'vitest';
import {lintFiles, resultOf} from '../../src/lint/lint-files.ts';
import type {LintInput} from '../../src/lint/lint-result.ts';
import {lintStream} from '../../src/lint/lint-stream.ts';
import {lintText} from '../../src/report/lint-text.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';

const file = (path: string, text: string): LintInput => ({path, bytes: Buffer.from(text)});
const told = (...files: readonly LintInput[]) => lintText(lintFiles(files, {at: testTime}));

describe('the text of findings', () => {
	test('names each thing, its verdict and its findings, and ends with what it comes to', async () => {
		const bad = await issueForTest({keyUsage: ['keyAgreement']});
		const {files} = lintFiles([file('host.pem', bad.pem)], {at: testTime, rules: ['ee-digital-signature']});
		const settled = files.map(one => ({
			...one,
			items: one.items.map(item => ({
				...item,
				findings: item.findings.map(finding => ({
					...finding,
					why: 'Each CreateSession request is signed with this key, so the certificate must allow it to sign.',
					fix: 'Issue it again: anchorsmith issue --help',
				})),
			})),
		}));
		expect(lintText(resultOf(settled, true))).toBe(
			`host.pem
  Certificate CN=host.example.com,O=Example (line 1)
    Roles Anywhere would refuse this as an end-entity certificate: "Untrusted
    certificate. Insufficient certificate".
    error     keyUsage leaves out digitalSignature. [ee-digital-signature at
              extensions.keyUsage]
              Why: Each CreateSession request is signed with this key, so the
                   certificate must allow it to sign.
              Fix: Issue it again:
                   anchorsmith issue --help

What is here breaks the documented rule ee-digital-signature.
1 error, 0 warnings, 0 notices.
anchorsmith explain RULE tells more of a rule.
`,
		);
	});

	test('has the worst file and the worst thing first', async () => {
		const {root, issuing} = await pki();
		const bad = await issueForTest({keyUsage: ['keyEncipherment'], subject: 'CN=bad'});
		const text = told(file('good.pem', root.pem), file('bad.pem', issuing.pem + bad.pem));
		expect(text.indexOf('bad.pem')).toBeLessThan(text.indexOf('good.pem'));
		expect(text.indexOf('CN=bad')).toBeLessThan(text.indexOf('CN=Test Issuing'));
	});

	test('explains a rule once', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment']});
		const text = told(file('x.pem', bad.pem), file('y.pem', bad.pem));
		expect(text.split('keyUsage leaves out digitalSignature').length).toBe(3);
		expect(text.split('Each CreateSession request is signed with this key').length).toBe(2);
	});

	test('fits 80 columns and moves no cursor, whatever the names hold', async () => {
		const bad = await issueForTest({
			subject: `CN=${'long name '.repeat(300)}\u001b]0;title\u0007\u202e\n,O=Example`,
			keyUsage: ['keyEncipherment'],
		});
		const text = told(file('a\u001b[2Jb\n.pem', bad.pem));
		expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
		const commands = /^ +(?:anchorsmith|openssl|printf) /;
		const wide = text.split('\n').filter(line => line.length > 80 && !commands.test(line));
		// A subject without blanks cannot be broken.
		expect(wide.filter(line => line.trim().includes(' '))).toEqual([]);
	});

	test('of a stream says what was counted and not listed', async () => {
		const bad = await issueForTest({keyUsage: ['keyEncipherment']});
		const linted = await lintStream('-', [Buffer.from(bad.pem.repeat(1002))], {
			at: testTime,
			rules: ['ee-digital-signature'],
		});
		const text = lintText(resultOf([linted], false));
		expect(text).toContain('  1002 things judged, each by itself; only those with findings are listed.');
		expect(text).toContain('  2 more things with findings not listed.');
		expect(text).toContain('1002 ee-digital-signature');
		expect(text).toContain('1002 errors, 0 warnings, 0 notices.');
	});
});
