import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {INSUFFICIENT_CERTIFICATE} from '../refusals.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-digital-signature',
	severity: 'error',
	title: 'An end-entity certificate has keyUsage with digitalSignature.',
	why: 'Each CreateSession request is signed with this key, so the certificate must allow it to sign; no keyUsage does not mean all usages here.',
	fix: `Issue it again with keyUsage critical, digitalSignature, as anchorsmith sign does, or openssl: ${SIGN_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-03', 'ERR-02']),
	refusal: INSUFFICIENT_CERTIFICATE,
	examples: {fails: 'keyUsage = critical, keyEncipherment', passes: 'keyUsage = critical, digitalSignature'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {keyUsage}}) {
		const at = 'extensions.keyUsage';
		switch (keyUsage.state) {
			case 'absent':
				return [{at, message: 'There is no keyUsage extension.'}];
			case 'malformed':
				return [{at, message: `keyUsage cannot be read: ${keyUsage.problem.message}.`}];
			default:
				return keyUsage.value.includes('digitalSignature')
					? []
					: [{at, message: 'keyUsage leaves out digitalSignature.'}];
		}
	},
});
