import {ia5String, objectIdentifier, printableString, sequence, setOf, utf8String} from '../der/der-writer.ts';

/** One part of a distinguished name: the type by its OID, and the value as text. */
export interface NamePart {
	readonly oid: string;
	readonly value: string;
}

/** Attribute types whose syntax is not DirectoryString. RFC 5280, appendix A.1; RFC 4519, 2.4. */
const PRINTABLE: ReadonlySet<string> = new Set(['2.5.4.6', '2.5.4.5', '2.5.4.46']);
const IA5: ReadonlySet<string> = new Set(['0.9.2342.19200300.100.1.25', '1.2.840.113549.1.9.1']);

/**
 * Encodes a name whose relative names stand in the order of the encoding (the reverse of RFC 4514 text).
 *
 * Text is UTF8String, except where an attribute's own syntax says otherwise. The caller has checked lengths and characters.
 */
export function encodeName(relativeNames: readonly (readonly NamePart[])[]): Uint8Array {
	return sequence(...relativeNames.map(parts => setOf(...parts.map(encodePart))));
}

function encodePart({oid, value}: NamePart): Uint8Array {
	return sequence(objectIdentifier(oid), encodeValue(oid, value));
}

function encodeValue(oid: string, value: string): Uint8Array {
	if (PRINTABLE.has(oid)) {
		return printableString(value);
	}

	return IA5.has(oid) ? ia5String(value) : utf8String(value);
}
