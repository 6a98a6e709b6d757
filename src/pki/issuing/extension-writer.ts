import {hash} from 'node:crypto';
import {KEY_USAGES, type KeyUsage} from '../certificate/extension-values.ts';
import {booleanTrue, implicit, integer, namedBits, objectIdentifier, octetString, sequence} from '../der/der-writer.ts';
import {extensionOids} from '../der/oids.ts';

/** The extension says whether this is an issuer, and how many issuers may stand below it. Critical (CA-03, EE-04). */
export function basicConstraints({isCa, pathLength}: {isCa: boolean; pathLength?: number | undefined}): Uint8Array {
	const fields = isCa ? [booleanTrue, ...(pathLength === undefined ? [] : [integer(pathLength)])] : [];
	return extension(extensionOids.basicConstraints, true, sequence(...fields));
}

/** Critical (CA-05, EE-04). */
export function keyUsage(usages: readonly KeyUsage[]): Uint8Array {
	return extension(extensionOids.keyUsage, true, namedBits(usages.map(usage => KEY_USAGES.indexOf(usage))));
}

/** Takes purposes by OID; not critical, so that it narrows nothing that the service does not ask for (EE-05). */
export function extendedKeyUsage(purposes: readonly string[]): Uint8Array {
	return extension(extensionOids.extendedKeyUsage, false, sequence(...purposes.map(objectIdentifier)));
}

/** Takes encoded GeneralNames; not critical, since every subject here has a name (RFC 5280, 4.2.1.6). */
export function subjectAlternativeName(generalNames: readonly Uint8Array[]): Uint8Array {
	return extension(extensionOids.subjectAlternativeName, false, sequence(...generalNames));
}

/** RFC 5280, 4.2.1.2. */
export function subjectKeyIdentifier(identifier: Uint8Array): Uint8Array {
	return extension(extensionOids.subjectKeyIdentifier, false, octetString(identifier));
}

/** The identifier of the issuer's key alone; issuer and serial would have to change at each renewal. RFC 5280, 4.2.1.1. */
export function authorityKeyIdentifier(identifier: Uint8Array): Uint8Array {
	return extension(extensionOids.authorityKeyIdentifier, false, sequence(implicit(0, identifier)));
}

/** The first 160 bits of SHA-256 over the key's bits: RFC 7093, 2, method 1, for machines that no longer have SHA-1. */
export function keyIdentifierOf(publicKeyBits: Uint8Array): Uint8Array {
	return hash('sha256', publicKeyBits, 'buffer').subarray(0, 20);
}

/** One Extension around the DER of its value. RFC 5280, 4.1. */
export function extension(oid: string, isCritical: boolean, value: Uint8Array): Uint8Array {
	return sequence(objectIdentifier(oid), ...(isCritical ? [booleanTrue] : []), octetString(value));
}
