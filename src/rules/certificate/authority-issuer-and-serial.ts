import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

const AT = 'extensions.authorityKeyIdentifier';

export default defineRule<CertificateInRole>({
	id: 'authority-issuer-and-serial',
	severity: 'warning',
	title: 'A certificate names the key of its issuer, not one certificate of it.',
	why: 'With issuer and serial number it points to one certificate: renewed with the same key, the issuer no longer fits what it signed.',
	fix: 'Issue it again with authorityKeyIdentifier=keyid in the configuration of openssl, without "issuer:always".',
	source: rfc5280('4.2.1.1', '2026-11-22', ['CA-17', 'CA-18', 'EE-15']),
	examples: {fails: 'authorityKeyIdentifier = DER:300382010a', passes: 'authorityKeyIdentifier = keyid:0102'},
	appliesTo: () => true,
	check({certificate}) {
		const {issuer, serial} = decodedValue(certificate.authorityKeyIdentifier) ?? {};
		if ((issuer === undefined) !== (serial === undefined)) {
			const [there, missing] = issuer ? ['issuer', 'serial number'] : ['serial number', 'issuer'];
			return [{at: AT, message: `It has the ${there} without the ${missing}, and RFC 5280 asks for both or none.`}];
		}

		return issuer
			? [{at: AT, severity: 'notice', message: 'It names the issuer by its own issuer and serial number.'}]
			: [];
	},
});
