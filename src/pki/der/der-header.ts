import {DerError} from './der-problem.ts';

/** Where an element's parts lie. */
export interface DerHeader {
	/** The first octet: class, form and low tag number together. */
	readonly identifier: number;
	readonly tagNumber: number;
	readonly contentsOffset: number;
	/** The first byte after the element. */
	readonly end: number;
}

/**
 * Reads tag and length of the element at `offset`, which must end by `end`: definite and minimal, as DER has them.
 *
 * @throws {DerError}
 */
export function readHeader(source: Uint8Array, offset: number, end: number): DerHeader {
	const identifier = byteAt(source, offset, end);
	let position = offset + 1;
	let tagNumber = identifier & 0x1f;
	if (tagNumber === 0x1f) {
		[tagNumber, position] = readLongTag(source, position, end);
	} else if (identifier < 0x40) {
		requireForm(identifier, tagNumber, offset);
	}

	let length = byteAt(source, position, end);
	position += 1;
	if (length >= 0x80) {
		const octets = length & 0x7f;
		length = readLongLength(source, position, octets, end);
		position += octets;
	}

	if (length > end - position) {
		throw new DerError('truncated', offset, `An element claims ${length} bytes where ${end - position} are left`);
	}

	return {identifier, tagNumber, contentsOffset: position, end: position + length};
}

/** The values 31 and up are written in base 128 (X.690, section 8.1.2.4). */
function readLongTag(source: Uint8Array, offset: number, end: number): [tagNumber: number, position: number] {
	let tagNumber = 0;
	for (let position = offset; position < offset + 4; position += 1) {
		const octet = byteAt(source, position, end);
		tagNumber = tagNumber * 128 + (octet & 0x7f);
		if (tagNumber === 0) {
			break;
		}

		if (octet < 0x80) {
			if (tagNumber < 0x1f) {
				break;
			}

			return [tagNumber, position + 1];
		}
	}

	throw new DerError('tag-not-minimal', offset - 1, 'A tag number is not written the short way, or is too large');
}

function readLongLength(source: Uint8Array, offset: number, octets: number, end: number): number {
	if (octets === 0) {
		throw new DerError('indefinite-length', offset - 1, 'A length is indefinite, which BER allows and DER does not');
	}

	if (octets > 6) {
		throw new DerError('truncated', offset - 1, 'A length is larger than any file');
	}

	let length = 0;
	for (let position = offset; position < offset + octets; position += 1) {
		length = length * 256 + byteAt(source, position, end);
	}

	if (length < 0x80 || source[offset] === 0) {
		throw new DerError(
			'length-not-minimal',
			offset - 1,
			'A length is not written the shortest way, which BER allows and DER does not',
		);
	}

	return length;
}

/** Universal types that hold others; all other universal types must not (X.690, section 10.2). */
const CONSTRUCTED_TYPES: ReadonlySet<number> = new Set([8, 11, 16, 17, 29]);

function requireForm(identifier: number, tagNumber: number, offset: number): void {
	if (identifier === 0) {
		throw new DerError('wrong-form', offset, 'An end-of-contents mark stands where an element is due');
	}

	const isConstructed = (identifier & 0x20) !== 0;
	if (isConstructed !== CONSTRUCTED_TYPES.has(tagNumber)) {
		throw new DerError(
			'wrong-form',
			offset,
			isConstructed
				? 'A simple value is written in pieces, which BER allows and DER does not'
				: 'A sequence or set is marked as a simple value',
		);
	}
}

function byteAt(source: Uint8Array, position: number, end: number): number {
	const octet = position < end ? source[position] : undefined;
	if (octet === undefined) {
		throw new DerError('truncated', position, 'The bytes end in the middle of an element');
	}

	return octet;
}
