import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {undocumentedKeyKind} from '../key-kind.ts';
import {INSUFFICIENT_CERTIFICATE} from '../refusals.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-key-kind',
	severity: 'error',
	title: 'The key of an end-entity certificate is RSA, EC or ML-DSA.',
	why: 'Requests are signed with this key, and the service has signing algorithms for these kinds alone.',
	fix: `Make an RSA or EC key and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['EE-07', 'ERR-02']),
	refusal: INSUFFICIENT_CERTIFICATE,
	examples: {fails: 'key = ed25519', passes: 'key = p256'},
	appliesTo: ({role}) => role === 'end-entity',
	check: undocumentedKeyKind,
});
