import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';
import {notValidNow} from '../validity-now.ts';

export default defineRule<CertificateInRole>({
	id: 'anchor-valid-now',
	severity: 'error',
	title: "A trust anchor's certificate is valid now.",
	why: 'When it has ended every chain to it fails, although the trust anchor stays enabled.',
	fix: `Renew it, update the trust anchor with the new certificate, and issue the others again: ${MAKE_ISSUER_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-16']),
	examples: {
		fails: 'role = anchor\nnotAfter = 2026-05-02T00:00:00Z\nat = 2026-06-01T00:00:00Z',
		passes: 'role = anchor\nnotAfter = 2036-05-02T00:00:00Z\nat = 2026-06-01T00:00:00Z',
	},
	appliesTo: ({role}) => role === 'anchor',
	check: notValidNow,
});
