import {expect, test} from 'vitest';
import {judgeFiles} from '../../../src/doctor/diagnose/judge-files.ts';
import {issueForTest, testTime} from '../../support/certificates.ts';
import {fileOf, filesOf} from '../../support/file-evidence.ts';

test('good files break no rule', async () => {
	expect(judgeFiles(await filesOf(), testTime)).toEqual({form: [], key: [], certificate: [], chain: []});
});

test('each finding stands with what it is about', async () => {
	const {pem} = await issueForTest({
		notAfter: new Date('2026-05-01T00:00:00Z'),
		notBefore: new Date('2026-04-01T00:00:00Z'),
	});
	const files = {
		...(await filesOf()),
		certificate: fileOf('/etc/pki/certificate.pem', pem),
		intermediates: fileOf('/etc/pki/chain.pem', 'nothing known'),
	};
	const {form, key, certificate} = judgeFiles(files, testTime);
	expect(form.map(({rule}) => rule)).toContain('file-recognised');
	expect(key.map(({rule}) => rule)).toContain('set-key-certified');
	expect(certificate.map(({rule}) => rule)).toContain('ee-valid-now');
});

test('what is presented is judged as such, though it looks like the certificate of a CA', async () => {
	const {pem} = await issueForTest({role: 'issuer'});
	const {certificate} = judgeFiles({...(await filesOf()), certificate: fileOf('/etc/pki/ca.pem', pem)}, testTime);
	expect(certificate.map(({rule}) => rule)).toContain('ee-basic-constraints');
});
