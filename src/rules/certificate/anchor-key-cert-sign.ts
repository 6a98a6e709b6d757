import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {missingKeyCertSign} from '../issuer-marks.ts';
import {INCORRECT_BASIC_CONSTRAINTS} from '../refusals.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'anchor-key-cert-sign',
	severity: 'error',
	title: "A trust anchor's certificate has keyUsage with keyCertSign.",
	why: 'The key must be allowed to sign certificates; openssl req -x509 with its stock configuration leaves that out.',
	fix: `Make it again with keyUsage critical, keyCertSign and cRLSign: ${MAKE_ISSUER_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-05', 'CA-06', 'CA-07', 'ERR-20']),
	refusal: INCORRECT_BASIC_CONSTRAINTS,
	examples: {
		fails: 'role = anchor\nkeyUsage = absent',
		passes: 'role = anchor\nkeyUsage = critical, keyCertSign, cRLSign',
	},
	appliesTo: ({role}) => role === 'anchor',
	check: missingKeyCertSign,
});
