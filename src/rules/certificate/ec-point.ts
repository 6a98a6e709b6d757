import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {liesOnCurve} from '../ec-point.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ec-point',
	severity: 'error',
	title: 'The point of an EC key lies on its curve.',
	why: 'A point beside the curve is no public key: no signature verifies with it, and careless software can be attacked through it.',
	fix: `The certificate was damaged, or made for no key at all. Make a new key and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: rfc(5480, '2.2', '2026-11-22', ['CA-10', 'EE-07']),
	examples: {fails: 'publicKey = p256 beside its curve', passes: 'key = p256'},
	appliesTo: ({certificate}) => certificate.publicKey.kind === 'ec',
	check: ({certificate: {publicKey}}) =>
		liesOnCurve(publicKey) === false
			? [{at: 'publicKey', message: `The point of the key does not lie on ${publicKey.ec?.curve}.`}]
			: [],
});
