/** Numbers of the universal tags that are written here (X.680, 8.4). */
const tags = {
	boolean: 0x01,
	integer: 0x02,
	bitString: 0x03,
	octetString: 0x04,
	null: 0x05,
	objectIdentifier: 0x06,
	utf8String: 0x0c,
	sequence: 0x30,
	set: 0x31,
	printableString: 0x13,
	ia5String: 0x16,
	utcTime: 0x17,
	generalizedTime: 0x18,
} as const;

/** One DER element from its whole identifier octet (tag numbers below 31) and its contents. X.690, 8.1. */
export function element(identifier: number, ...contents: readonly Uint8Array[]): Uint8Array {
	let length = 0;
	for (const part of contents) {
		length += part.length;
	}

	const lengthSize = length < 0x80 ? 0 : Math.ceil((32 - Math.clz32(length)) / 8);
	const bytes = new Uint8Array(2 + lengthSize + length);
	bytes[0] = identifier;
	bytes[1] = lengthSize === 0 ? length : 0x80 | lengthSize;
	for (let index = 0; index < lengthSize; index++) {
		bytes[2 + index] = length >>> (8 * (lengthSize - 1 - index));
	}

	let end = 2 + lengthSize;
	for (const part of contents) {
		bytes.set(part, end);
		end += part.length;
	}

	return bytes;
}

/** SEQUENCE of elements that are encoded already. */
export function sequence(...elements: readonly Uint8Array[]): Uint8Array {
	return element(tags.sequence, ...elements);
}

/** SET OF, its elements sorted as DER asks (X.690, 11.6). */
export function setOf(...elements: readonly Uint8Array[]): Uint8Array {
	return element(tags.set, ...elements.toSorted((one, other) => Buffer.compare(one, other)));
}

/** INTEGER of a small number that is not negative. */
export function integer(value: number): Uint8Array {
	const octets = [];
	for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) {
		octets.unshift(rest % 256);
	}

	return unsignedInteger(Uint8Array.from(octets));
}

/** INTEGER of a number that is not negative, from its big-endian octets. */
export function unsignedInteger(octets: Uint8Array): Uint8Array {
	const first = octets.findIndex(octet => octet !== 0);
	const significant = first === -1 ? Uint8Array.of(0) : octets.subarray(first);
	const needsSign = (significant[0] ?? 0) >= 0x80;
	return needsSign ? element(tags.integer, Uint8Array.of(0), significant) : element(tags.integer, significant);
}

/** BOOLEAN TRUE; FALSE is never written, being the default everywhere that X.509 has one. */
export const booleanTrue = element(tags.boolean, Uint8Array.of(0xff));

/** NULL. */
export const nothing = element(tags.null);

const writtenIdentifiers = new Map<string, Uint8Array>();

/** OBJECT IDENTIFIER from dotted text, which must be one: two arcs or more, no leading zeros. */
export function objectIdentifier(dotted: string): Uint8Array {
	const written = writtenIdentifiers.get(dotted) ?? writeIdentifier(dotted);
	writtenIdentifiers.set(dotted, written);
	return written;
}

function writeIdentifier(dotted: string): Uint8Array {
	const [first = 0n, second = 0n, ...others] = dotted.split('.').map(BigInt);
	return element(tags.objectIdentifier, Uint8Array.from([first * 40n + second, ...others].flatMap(base128)));
}

function base128(arc: bigint): readonly number[] {
	const octets = [Number(arc & 0x7fn)];
	for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) {
		octets.unshift(Number(rest & 0x7fn) | 0x80);
	}

	return octets;
}

/** OCTET STRING. */
export function octetString(bytes: Uint8Array): Uint8Array {
	return element(tags.octetString, bytes);
}

/** BIT STRING of whole octets. */
export function bitString(bytes: Uint8Array): Uint8Array {
	return element(tags.bitString, Uint8Array.of(0), bytes);
}

/** BIT STRING with the bits of these numbers set and, as DER asks for named bits, no trailing zeros (X.690, 11.2.2). */
export function namedBits(numbers: readonly number[]): Uint8Array {
	const last = Math.max(-1, ...numbers);
	const octets = new Uint8Array(Math.ceil((last + 1) / 8));
	for (const number of numbers) {
		const index = Math.floor(number / 8);
		octets[index] = (octets[index] ?? 0) | (0x80 >> (number % 8));
	}

	const unused = octets.length * 8 - (last + 1);
	return element(tags.bitString, Uint8Array.of(unused), octets);
}

/** UTF8String. */
export function utf8String(text: string): Uint8Array {
	return element(tags.utf8String, Buffer.from(text, 'utf8'));
}

/** PrintableString; the caller has checked the characters. */
export function printableString(text: string): Uint8Array {
	return element(tags.printableString, Buffer.from(text, 'latin1'));
}

/** IA5String; the caller has checked that the text is ASCII. */
export function ia5String(text: string): Uint8Array {
	return element(tags.ia5String, Buffer.from(text, 'latin1'));
}

/** UTCTime up to 2049 and GeneralizedTime from then on, in whole seconds (RFC 5280, 4.1.2.5). Years 1950 to 9999. */
export function time(date: Date): Uint8Array {
	const iso = date.toISOString();
	const [year, rest] = [iso.slice(0, 4), [5, 8, 11, 14, 17].map(start => iso.slice(start, start + 2)).join('')];
	return date.getUTCFullYear() < 2050
		? element(tags.utcTime, Buffer.from(`${year.slice(2)}${rest}Z`, 'latin1'))
		: element(tags.generalizedTime, Buffer.from(`${year}${rest}Z`, 'latin1'));
}

/** An explicitly tagged, context-specific element: `[number] EXPLICIT`. */
export function explicit(number: number, contents: Uint8Array): Uint8Array {
	return element(0xa0 | number, contents);
}

/** An implicitly tagged, primitive, context-specific element: `[number] IMPLICIT` over bare contents. */
export function implicit(number: number, contents: Uint8Array): Uint8Array {
	return element(0x80 | number, contents);
}
