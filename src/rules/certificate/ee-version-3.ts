import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {INSUFFICIENT_CERTIFICATE} from '../refusals.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-version-3',
	severity: 'error',
	title: 'An end-entity certificate is X.509 version 3.',
	why: 'The service takes version 3 alone, and only version 3 has the extensions that it asks for.',
	fix: `Issue it again with its extensions, which openssl x509 -req before 3.4 leaves out unless it is told where they are: ${SIGN_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-01', 'ERR-02']),
	refusal: INSUFFICIENT_CERTIFICATE,
	examples: {fails: 'version = 1', passes: 'version = 3'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {version}}) =>
		version === 3 ? [] : [{at: 'version', message: `It is an X.509 version ${version} certificate.`}],
});
