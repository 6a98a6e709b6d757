import {decodedValue, type KeyUsage} from '../../pki/certificate/certificate.ts';
import type {PublicKeyKind} from '../../pki/certificate/public-key.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {defineRule} from '../rule.ts';

const FORBIDDEN: ReadonlyMap<PublicKeyKind, readonly KeyUsage[]> = new Map([
	['ec', ['keyEncipherment', 'dataEncipherment']],
	['ml-dsa', ['keyEncipherment', 'dataEncipherment', 'keyAgreement', 'encipherOnly', 'decipherOnly']],
	['rsa', ['keyAgreement', 'encipherOnly', 'decipherOnly']],
]);

export default defineRule<CertificateInRole>({
	id: 'key-usage-fits-key',
	severity: 'warning',
	title: 'A certificate allows its key only what a key of that kind can do.',
	why: 'The standards of each kind of key forbid the rest: an EC key encrypts no keys, and ML-DSA keys only sign. Strict readers object.',
	fix: 'Issue it again with digitalSignature alone, or keyCertSign and cRLSign for an issuer.',
	source: rfc(8813, '3', '2026-11-22', ['EE-03', 'EE-07', 'CA-12']),
	examples: {
		fails: 'key = p256\nkeyUsage = critical, digitalSignature, keyEncipherment',
		passes: 'key = rsa2048\nkeyUsage = critical, digitalSignature, keyEncipherment',
	},
	appliesTo: () => true,
	check({certificate: {publicKey, keyUsage}}) {
		const forbidden = FORBIDDEN.get(publicKey.kind) ?? [];
		const surplus = (decodedValue(keyUsage) ?? []).filter(usage => forbidden.includes(usage));
		return surplus.length === 0
			? []
			: [
					{
						at: 'extensions.keyUsage',
						message: `keyUsage of this ${KINDS[publicKey.kind]} key holds ${surplus.join(', ')}.`,
					},
				];
	},
});

const KINDS: Readonly<Partial<Record<PublicKeyKind, string>>> = {ec: 'EC', rsa: 'RSA', 'ml-dsa': 'ML-DSA'};
