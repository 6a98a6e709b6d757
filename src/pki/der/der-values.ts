import {type DerElement, DerError, type DerProblem, derProblem, requireTag, tags} from './der.ts';

/** Receives deviations from DER that can be read past. */
export type Note = (problem: DerProblem) => void;

/** @throws {DerError} */
export function readBoolean(element: DerElement, what: string, note: Note): boolean {
	requireTag(element, tags.boolean, what);
	const octet = element.source[element.contentsOffset];
	if (element.contentsLength !== 1 || octet === undefined) {
		throw new DerError('bad-value', element.offset, `${what} should be one byte long`);
	}

	if (octet !== 0 && octet !== 0xff) {
		note(derProblem('bad-value', element.offset, `${what} is true but not written as 0xff`));
	}

	return octet !== 0;
}

/** Checks an INTEGER and returns its two's complement octets. @throws {DerError} if there are none. */
export function readInteger(element: DerElement, what: string, note: Note): Uint8Array {
	requireTag(element, tags.integer, what);
	const {source, contentsOffset, contentsLength} = element;
	const [first, second] = [source[contentsOffset], source[contentsOffset + 1]];
	if (contentsLength === 0 || first === undefined) {
		throw new DerError('bad-value', element.offset, `${what} is an integer without bytes`);
	}

	if (contentsLength > 1 && second !== undefined) {
		const isPadded = (first === 0 && second < 0x80) || (first === 0xff && second >= 0x80);
		if (isPadded) {
			note(derProblem('bad-value', element.offset, `${what} is an integer not written the shortest way`));
		}
	}

	return element.contents;
}

/** An INTEGER from 0 to 2^31 - 1. @throws {DerError} for any other. */
export function readSmallInteger(element: DerElement, what: string, note: Note): number {
	const octets = readInteger(element, what, note);
	let value = 0;
	for (const octet of octets) {
		value = value * 256 + octet;
		if (value > 0x7f_ff_ff_ff) {
			break;
		}
	}

	if ((octets[0] ?? 0) >= 0x80 || value > 0x7f_ff_ff_ff) {
		throw new DerError('bad-value', element.offset, `${what} is negative or far too large`);
	}

	return value;
}

/** Checks a BIT STRING and returns how many bits of its last octet do not count. @throws {DerError} */
export function readUnusedBits(element: DerElement, what: string, note: Note): number {
	requireTag(element, tags.bitString, what);
	return readUnusedBitsOf(element, what, note);
}

/** As {@link readUnusedBits}, whatever the tag, for an implicitly tagged one. @throws {DerError} */
export function readUnusedBitsOf(element: DerElement, what: string, note: Note): number {
	const {source, contentsOffset, contentsLength, end} = element;
	const unusedBits = source[contentsOffset];
	if (contentsLength === 0 || unusedBits === undefined || unusedBits > 7 || (contentsLength === 1 && unusedBits > 0)) {
		throw new DerError('bad-value', element.offset, `${what} is a bit string without a sound count of unused bits`);
	}

	const last = source[end - 1] ?? 0;
	if (unusedBits > 0 && (last & ((1 << unusedBits) - 1)) !== 0) {
		note(derProblem('bad-value', element.offset, `${what} has unused bits that are not zero`));
	}

	return unusedBits;
}

/** The octets of a BIT STRING that has been checked. */
export function octetsOf({source, contentsOffset, end}: DerElement): Uint8Array {
	return source.subarray(contentsOffset + 1, end);
}

/** Longest sub-identifier in octets: 19 hold the 128 bits of an identifier made from a UUID. */
const MAX_ARC_OCTETS = 19;

/** An OBJECT IDENTIFIER in dotted decimal. @throws {DerError} */
export function readOid(element: DerElement, what: string): string {
	requireTag(element, tags.oid, what);
	return oidText(element, what);
}

/** As {@link readOid}, whatever the tag, for an implicitly tagged one. @throws {DerError} */
export function oidText(element: DerElement, what: string): string {
	const {source, contentsOffset, end} = element;
	if (contentsOffset === end || (source[end - 1] ?? 0) >= 0x80) {
		throw new DerError('bad-value', element.offset, `${what} is an object identifier that is cut short`);
	}

	let text = '';
	let start = contentsOffset;
	while (start < end) {
		let last = start;
		while ((source[last] ?? 0) >= 0x80) {
			last += 1;
		}

		if (source[start] === 0x80 || last - start >= MAX_ARC_OCTETS) {
			throw new DerError('bad-value', start, `${what} has a part that is not written the short way, or is too large`);
		}

		text = text === '' ? firstArcs(source, start, last) : `${text}.${arc(source, start, last)}`;
		start = last + 1;
	}

	return text;
}

/** The first sub-identifier stands for two arcs: 40 times the first, plus the second (X.690, section 8.19.4). */
function firstArcs(source: Uint8Array, start: number, last: number): string {
	const value = arc(source, start, last);
	if (typeof value === 'bigint') {
		return `2.${value - 80n}`;
	}

	return value < 80 ? `${Math.floor(value / 40)}.${value % 40}` : `2.${value - 80}`;
}

function arc(source: Uint8Array, start: number, last: number): number | bigint {
	if (last - start < 7) {
		let small = 0;
		for (let position = start; position <= last; position += 1) {
			small = small * 128 + ((source[position] ?? 0) & 0x7f);
		}

		return small;
	}

	let large = 0n;
	for (let position = start; position <= last; position += 1) {
		large = (large << 7n) | BigInt((source[position] ?? 0) & 0x7f);
	}

	return large;
}

/** Lowercase hex of the bytes. */
export function hexOf(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** True when both hold the same bytes. */
export function areSameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && Buffer.compare(one, other) === 0;
}
