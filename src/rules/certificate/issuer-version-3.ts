import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-version-3',
	severity: 'error',
	title: 'The certificate of an issuer is X.509 version 3.',
	why: 'The service takes version 3 alone, and only version 3 can say that a certificate may sign others.',
	fix: `Make it again with the extensions basicConstraints and keyUsage: ${MAKE_ISSUER_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-01']),
	examples: {fails: 'role = issuer\nversion = 1', passes: 'role = issuer\nversion = 3'},
	appliesTo: ({role}) => role !== 'end-entity',
	check: ({certificate: {version}}) =>
		version === 3 ? [] : [{at: 'version', message: `It is an X.509 version ${version} certificate.`}],
});
