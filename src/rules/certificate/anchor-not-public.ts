import {rootCertificates} from 'node:tls';
import {Certificate} from '../../pki/certificate/certificate.ts';
import {hexOf} from '../../pki/der/der-values.ts';
import {readPem} from '../../pki/intake/pem.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {MAKE_NEW_ISSUER} from '../remedies.ts';
import {defineRule} from '../rule.ts';

let publicKeys: ReadonlySet<string> | undefined;

export default defineRule<CertificateInRole>({
	id: 'anchor-not-public',
	severity: 'error',
	title: "A trust anchor's certificate is not that of a publicly trusted CA.",
	why: 'The service takes no CA that browsers trust: whoever gets a certificate from it anywhere in the world could make sessions.',
	fix: `Make an issuer of your own: ${MAKE_NEW_ISSUER}`,
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-13']),
	examples: {fails: 'role = anchor\npublicKey = of a publicly trusted root', passes: 'role = anchor\nkey = p256'},
	appliesTo: ({role, certificate}) => role === 'anchor' && certificate.isSelfIssued,
	check({certificate}) {
		publicKeys ??= readPublicKeys();
		return publicKeys.has(hexOf(certificate.publicKey.der))
			? [{at: 'publicKey', message: 'Its key is that of a root that Node.js trusts for the public web.'}]
			: [];
	},
});

/** Of the roots of Mozilla's list, which Node.js carries. */
function readPublicKeys(): ReadonlySet<string> {
	const read = rootCertificates.flatMap(pem => readPem(pem).blocks).map(({der}) => Certificate.read(der));
	return new Set(read.flatMap(result => (result.ok ? hexOf(result.value.publicKey.der) : [])));
}
