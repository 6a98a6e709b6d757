import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {pointFormOf} from '../ec-point.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ec-point-form',
	severity: 'error',
	title: 'The point of an EC key is written uncompressed.',
	why: 'Readers must understand the uncompressed form alone; the official helper, like everything written in Go, reads no other.',
	fix: 'Write the key uncompressed and have a certificate issued for it: openssl ec -in private-key.pem -conv_form uncompressed -out uncompressed-key.pem',
	source: rfc(5480, '2.2', '2026-11-22', ['CA-10', 'CA-11']),
	examples: {fails: 'publicKey = p256 compressed', passes: 'key = p256'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'ec',
	check({certificate: {publicKey}}) {
		const form = pointFormOf(publicKey);
		if (form === undefined || form === 'uncompressed') {
			return [];
		}

		return form === 'compressed'
			? [{at: 'publicKey', severity: 'warning', message: 'The point of the key is compressed.'}]
			: [{at: 'publicKey', message: `The point of the key has no form that ${publicKey.ec?.curve} knows.`}];
	},
});
