import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'key-cert-sign-needs-issuer',
	severity: 'error',
	title: 'Only a certificate that is marked as a CA has keyUsage with keyCertSign.',
	why: 'RFC 5280 forbids the one without the other, and strict readers reject it, since it says both that this is an issuer and that it is none.',
	fix: `Issue it again without keyCertSign: ${SIGN_AGAIN}`,
	source: rfc5280('4.2.1.9', '2026-11-22', ['EE-02', 'EE-03', 'CA-02']),
	examples: {
		fails: 'basicConstraints = critical, CA:FALSE\nkeyUsage = critical, digitalSignature, keyCertSign',
		passes: 'basicConstraints = critical, CA:FALSE\nkeyUsage = critical, digitalSignature',
	},
	appliesTo: () => true,
	check({certificate}) {
		const isCa = decodedValue(certificate.basicConstraints)?.isCa === true;
		return !isCa && decodedValue(certificate.keyUsage)?.includes('keyCertSign')
			? [{at: 'extensions.keyUsage', message: 'keyUsage holds keyCertSign, and basicConstraints does not say cA=TRUE.'}]
			: [];
	},
});
