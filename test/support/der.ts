/** Writes DER for tests, and on request what is not quite DER. Shares no code with what it tests. */
export function tlv(identifier: number, ...contents: readonly Uint8Array[]): Uint8Array {
	const value = Buffer.concat(contents);
	return new Uint8Array(Buffer.concat([Buffer.from([identifier]), derLength(value.length), value]));
}

/** The shortest form of a length. */
export function derLength(length: number): Uint8Array {
	if (length < 0x80) {
		return Uint8Array.of(length);
	}

	const digits = length.toString(16);
	const octets = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
	return Uint8Array.of(0x80 | octets.length, ...octets);
}

export const sequence = (...contents: readonly Uint8Array[]) => tlv(0x30, ...contents);
export const set = (...contents: readonly Uint8Array[]) => tlv(0x31, ...contents);
export const integer = (...octets: readonly number[]) => tlv(0x02, Uint8Array.from(octets));
export const boolean = (octet: number) => tlv(0x01, Uint8Array.of(octet));
export const octetString = (contents: Uint8Array) => tlv(0x04, contents);
export const bitString = (unusedBits: number, contents: Uint8Array) => tlv(0x03, Uint8Array.of(unusedBits), contents);
export const utf8String = (text: string) => tlv(0x0c, Buffer.from(text));
export const printableString = (text: string) => tlv(0x13, Buffer.from(text, 'latin1'));
export const ia5String = (text: string) => tlv(0x16, Buffer.from(text, 'latin1'));
export const utcTime = (text: string) => tlv(0x17, Buffer.from(text, 'latin1'));
export const generalizedTime = (text: string) => tlv(0x18, Buffer.from(text, 'latin1'));
export const nil = () => tlv(0x05);

/** An OBJECT IDENTIFIER from dotted decimal. */
export function oid(dotted: string): Uint8Array {
	const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
	return tlv(0x06, ...[first * 40n + second, ...rest].map(base128));
}

function base128(arc: bigint): Uint8Array {
	const octets = [Number(arc & 0x7fn)];
	for (let left = arc >> 7n; left > 0n; left >>= 7n) {
		octets.unshift(Number(left & 0x7fn) | 0x80);
	}

	return Uint8Array.from(octets);
}

/** An Extension. */
export function extension(type: string, isCritical: boolean, value: Uint8Array): Uint8Array {
	return sequence(oid(type), ...(isCritical ? [boolean(0xff)] : []), octetString(value));
}
