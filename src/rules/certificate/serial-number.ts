import type {SerialNumber} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'serial-number',
	severity: 'error',
	title: 'The serial number is positive and at most 20 bytes long.',
	why: 'The serial number goes into every signed request; the official helper cannot even read a certificate with a negative one.',
	fix: `Issue it again with a random positive serial number: ${SIGN_AGAIN}`,
	source: rfc5280('4.1.2.2', '2026-11-22', ['EE-13']),
	examples: {fails: 'serial = 8001', passes: 'serial = 4a9b3c1d5e6f7081a2b3c4d5e6f70812'},
	appliesTo: () => true,
	check({certificate: {serial}, role}) {
		const fault = faultOf(serial);
		return fault === undefined
			? []
			: [{at: 'serialNumber', message: fault, ...(role === 'anchor' && {severity: 'warning'})}];
	},
});

function faultOf({octets}: SerialNumber): string | undefined {
	if ((octets[0] ?? 0) >= 0x80) {
		return 'The serial number is negative.';
	}

	if (octets.every(octet => octet === 0)) {
		return 'The serial number is zero.';
	}

	return octets.length > 20 ? `The serial number is ${octets.length} bytes long.` : undefined;
}
