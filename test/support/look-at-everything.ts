import type {Certificate} from '../../src/pki/certificate/certificate.ts';

/** Asks for everything that a certificate can tell, so that nothing stays undecoded. */
export function lookAtEverything(certificate: Certificate): readonly unknown[] {
	const names = [certificate.issuer, certificate.subject];
	const {publicKey, serial} = certificate;
	return [
		certificate.version,
		certificate.tbs,
		certificate.signature,
		certificate.fingerprint,
		certificate.isSelfIssued,
		certificate.toPem(),
		certificate.validity.notBefore.toISOString(),
		certificate.validity.notAfter.toISOString(),
		[serial.octets, serial.hex, serial.decimal, serial.value],
		names.map(name => [name.der, name.text, name.isEmpty, name.first('CN'), name.all('OU')]),
		names.flatMap(name => name.rdns.flat()).map(({value, hexValue, valueDer}) => [value, hexValue, valueDer]),
		[certificate.signatureAlgorithm, certificate.tbsSignatureAlgorithm].map(algorithm => [
			algorithm.der,
			algorithm.name,
			algorithm.parameters?.children.name,
		]),
		[publicKey.der, publicKey.keyBytes, publicKey.kind, publicKey.rsa, publicKey.ec, publicKey.problem],
		publicKey.toKeyObject().ok,
		certificate.extensions.map(({oid, isCritical, value}) => [oid, isCritical, value]),
		certificate.basicConstraints,
		certificate.keyUsage,
		certificate.extendedKeyUsage,
		certificate.subjectAlternativeName,
		certificate.subjectKeyIdentifier,
		certificate.authorityKeyIdentifier,
		certificate.encodingProblems,
	];
}
