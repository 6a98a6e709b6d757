import {keyPurposeOids} from '../../pki/der/oids.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-extended-key-usage',
	severity: 'warning',
	title: 'The extendedKeyUsage of an end-entity certificate, if there is one, allows clientAuth.',
	why: 'No document asks for it, but the certificate authenticates a client, and a strict reader may insist.',
	fix: `Issue it again with clientAuth, or without extendedKeyUsage: ${SIGN_AGAIN}`,
	source: rfc5280('4.2.1.12', '2026-11-22', ['EE-05']),
	examples: {fails: 'extendedKeyUsage = serverAuth', passes: 'extendedKeyUsage = clientAuth'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {extendedKeyUsage}}) {
		const purposes = extendedKeyUsage.state === 'present' ? extendedKeyUsage.value : undefined;
		return !purposes || purposes.includes(keyPurposeOids.clientAuth) || purposes.includes(keyPurposeOids.any)
			? []
			: [{at: 'extensions.extendedKeyUsage', message: 'extendedKeyUsage allows neither clientAuth nor any purpose.'}];
	},
});
