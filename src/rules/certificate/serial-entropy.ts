import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'serial-entropy',
	severity: 'notice',
	title: 'The serial number has room for 64 random bits.',
	why: 'Sessions are named after it and revocation goes by it, so it must not repeat; short ones were counted or chosen by hand.',
	fix: `Let the issuer draw serial numbers at random, without -set_serial: ${SIGN_AGAIN}`,
	source: rfc5280('4.1.2.2', '2026-11-22', ['EE-13']),
	examples: {fails: 'serial = 01', passes: 'serial = 4a9b3c1d5e6f7081a2b3c4d5e6f70812'},
	appliesTo: ({role}) => role !== 'anchor',
	check({certificate: {serial}}) {
		const {octets} = serial;
		const leading = octets.findIndex(octet => octet !== 0);
		const length = leading === -1 ? 0 : octets.length - leading;
		return length >= 8 || (octets[0] ?? 0) >= 0x80
			? []
			: [{at: 'serialNumber', message: `The serial number has ${length} ${length === 1 ? 'byte' : 'bytes'}.`}];
	},
});
