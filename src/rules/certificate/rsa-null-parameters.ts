import {tags} from '../../pki/der/der.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'rsa-null-parameters',
	severity: 'error',
	title: 'The algorithm of an RSA key has the parameter NULL.',
	why: 'RFC 3279 demands it, and the official helper, like everything written in Go, cannot read a certificate without.',
	fix: `Issue it again with a current tool: ${SIGN_AGAIN}`,
	source: rfc(3279, '2.3.1', '2026-11-22', ['EE-07', 'EE-13']),
	examples: {fails: 'publicKey = rsa2048 without NULL', passes: 'key = rsa2048'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'rsa',
	check({certificate: {publicKey}}) {
		const {parameters} = publicKey.algorithm;
		return parameters?.identifier === tags.null && parameters.contentsLength === 0
			? []
			: [
					{
						at: 'publicKey',
						message: `The algorithm of the RSA key has ${parameters ? 'other parameters' : 'no parameters'}.`,
					},
				];
	},
});
