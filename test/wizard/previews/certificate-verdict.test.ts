import {describe, expect, test} from 'vitest';
import {judgeCertificate} from '../../../src/rules/judge-certificate.ts';
import {judgeGiven, judgePasted} from '../../../src/wizard/previews/certificate-verdict.ts';
import {issueForTest, testTime} from '../../support/certificates.ts';
import {makeKeyForms} from '../../support/key-files.ts';

const options = {role: 'anchor', at: testTime, called: 'what you pasted'} as const;
const asAnchor = (text: string) => judgeGiven(Buffer.from(text), options);

describe('judgeGiven', () => {
	test('takes a good authority, and tells who it is and until when', async () => {
		const {pem, certificate} = await issueForTest({role: 'anchor', subject: 'CN=Example CA'});
		expect(asAnchor(pem)).toMatchObject({
			state: 'usable',
			certificates: [{subject: 'CN=Example CA', fingerprint: certificate.fingerprint, findings: []}],
		});
	});

	test('refuses what breaks a rule, with the finding and its fix, as the rules tell them', async () => {
		const {pem, certificate} = await issueForTest({role: 'anchor', basicConstraints: {isCa: false}});
		const findings = judgeCertificate({certificate, role: 'anchor', at: testTime});
		const verdict = asAnchor(pem);

		expect(verdict).toEqual({state: 'refused', certificates: [expect.objectContaining({findings})]});
		expect(findings[0]?.fix).not.toBe('');
	});

	test('judges both certificates of an authority that changes', async () => {
		const [old, next] = await Promise.all([issueForTest({role: 'anchor'}), issueForTest({role: 'anchor'})]);
		expect(asAnchor(`${old.pem}${next.pem}`)).toMatchObject({state: 'usable', certificates: [{}, {}]});
	});

	test('reads what was pasted with the line ends of a terminal', async () => {
		const {pem} = await issueForTest({role: 'anchor'});
		expect(judgePasted(pem.replaceAll('\n', '\r'), options)).toMatchObject({state: 'usable'});
	});

	test('says what else it is, and keeps a private key away', async () => {
		const {pem} = await issueForTest({role: 'anchor'});
		expect(asAnchor('hello')).toMatchObject({state: 'unreadable', message: expect.stringContaining('what you pasted')});
		expect(asAnchor(`${pem}${makeKeyForms('ec').pkcs8}`)).toMatchObject({
			state: 'unreadable',
			message: expect.stringContaining('private key'),
		});
	});
});
