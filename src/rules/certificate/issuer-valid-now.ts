import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';
import {notValidNow} from '../validity-now.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-valid-now',
	severity: 'error',
	title: 'The certificate of an issuer is valid now.',
	why: 'When it has ended every chain through it fails.',
	fix: 'Renew it, and send the new certificate with the requests.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-16', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: 'role = issuer\nnotAfter = 2026-05-02T00:00:00Z\nat = 2026-06-01T00:00:00Z',
		passes: 'role = issuer\nnotAfter = 2027-05-02T00:00:00Z\nat = 2026-06-01T00:00:00Z',
	},
	appliesTo: ({role}) => role === 'issuer',
	check: notValidNow,
});
