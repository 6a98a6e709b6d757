/** Identifier octets of the types that certificates are made of (X.690, section 8.1.2). */
export const tags = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	null: 0x05,
	oid: 0x06,
	utf8String: 0x0c,
	numericString: 0x12,
	printableString: 0x13,
	teletexString: 0x14,
	ia5String: 0x16,
	utcTime: 0x17,
	generalizedTime: 0x18,
	visibleString: 0x1a,
	universalString: 0x1c,
	bmpString: 0x1e,
	sequence: 0x30,
	set: 0x31,
} as const;

/** The identifier octet of a context-specific tag below 31. */
export function contextTag(number: number, form: 'primitive' | 'constructed'): number {
	return (form === 'constructed' ? 0xa0 : 0x80) | number;
}

export type TagClass = 'universal' | 'application' | 'context' | 'private';

/** By the two highest bits of an identifier octet. */
export const TAG_CLASSES: readonly TagClass[] = ['universal', 'application', 'context', 'private'];
