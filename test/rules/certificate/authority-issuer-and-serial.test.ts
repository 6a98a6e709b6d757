import rule from '../../../src/rules/certificate/authority-issuer-and-serial.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['the key alone', 'authorityKeyIdentifier = keyid:0102', 'passed'],
	['no identifier at all', 'authorityKeyIdentifier = absent', 'passed'],
	[
		'issuer and serial number',
		'authorityKeyIdentifier = DER:3016a111a40f300d310b300906035504030c024341820101',
		'failed',
		'notice: It names the issuer by its own issuer and serial number.',
	],
	[
		'a serial number without the issuer',
		'authorityKeyIdentifier = DER:300382010a',
		'failed',
		'It has the serial number without the issuer, and RFC 5280 asks for both or none.',
	],
	[
		'an issuer without the serial number',
		'authorityKeyIdentifier = DER:3013a111a40f300d310b300906035504030c024341',
		'failed',
		'It has the issuer without the serial number, and RFC 5280 asks for both or none.',
	],
]);
