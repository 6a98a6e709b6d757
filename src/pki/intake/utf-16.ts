/** A text and the byte at which it begins: after the byte order mark. */
export interface Utf16Text {
	readonly text: string;
	readonly offset: number;
}

/**
 * The text of bytes in UTF-16, with one character for each of its letters that PEM can have; undefined for other bytes.
 * Told by the byte order mark, or by zero bytes between the first letters.
 */
export function readUtf16(bytes: Uint8Array): Utf16Text | undefined {
	const [first, second, third, fourth] = bytes;
	const marked = first === 0xff && second === 0xfe ? 'little' : first === 0xfe && second === 0xff ? 'big' : undefined;
	const isLetter = (octet: number | undefined) => octet !== undefined && octet >= 0x09 && octet < 0x7f;
	const unmarked =
		isLetter(first) && second === 0 && isLetter(third) && fourth === 0
			? 'little'
			: first === 0 && isLetter(second) && third === 0 && isLetter(fourth)
				? 'big'
				: undefined;
	const order = marked ?? unmarked;
	if (order === undefined) {
		return undefined;
	}

	const even = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length & ~1);
	const text = (order === 'little' ? even : Buffer.from(even).swap16()).toString('utf16le');
	return marked === undefined ? {text, offset: 0} : {text: text.slice(1), offset: 2};
}
