import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';
import {notValidNow} from '../validity-now.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-valid-now',
	severity: 'error',
	title: 'An end-entity certificate is valid now.',
	why: 'Outside its time the certificate proves no identity, and no session is made.',
	fix: `Issue a new one, for the request that is there: ${SIGN_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-14', 'ERR-05']),
	examples: {
		fails: 'notAfter = 2026-05-02T00:00:00Z\nat = 2026-06-01T00:00:00Z',
		passes: 'notAfter = 2026-07-01T00:00:00Z\nat = 2026-06-01T00:00:00Z',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check: notValidNow,
});
