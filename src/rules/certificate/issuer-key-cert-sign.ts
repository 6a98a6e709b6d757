import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {missingKeyCertSign} from '../issuer-marks.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-key-cert-sign',
	severity: 'error',
	title: 'The certificate of an issuer has keyUsage with keyCertSign.',
	why: 'The key must be allowed to sign certificates; openssl req -x509 with its stock configuration leaves that out.',
	fix: 'Issue it again with keyUsage critical, keyCertSign and cRLSign.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-05', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: 'role = issuer\nkeyUsage = critical, cRLSign',
		passes: 'role = issuer\nkeyUsage = critical, keyCertSign, cRLSign',
	},
	appliesTo: ({role}) => role === 'issuer',
	check: missingKeyCertSign,
});
