/** Elements may lie this many levels deep. */
const MAX_DEPTH = 64;

/**
 * BER rewritten as DER as far as that can be done without touching what is signed: indefinite lengths become definite and
 * octet strings in pieces whole (X.690, sections 8.1.3.6 and 8.7.3). Elements of definite length are kept as they are.
 *
 * @returns Undefined for bytes that are neither; also for what lies deeper than anything sensible does.
 */
export function derFromBer(bytes: Uint8Array): Uint8Array | undefined {
	const reader = new BerReader(bytes);
	const whole = reader.element(0, bytes.length, 0);
	return whole && Buffer.concat(whole.parts);
}

interface Rewritten {
	/** What to write instead, piece by piece: nothing is copied until the end. */
	readonly parts: readonly Uint8Array[];
	readonly length: number;
	/** The first byte after the element in the source. */
	readonly end: number;
}

class BerReader {
	readonly #source: Uint8Array;

	constructor(source: Uint8Array) {
		this.#source = source;
	}

	element(offset: number, limit: number, depth: number): Rewritten | undefined {
		const header = this.#header(offset, limit);
		if (!header || depth > MAX_DEPTH) {
			return undefined;
		}

		const {identifier, tag, start, end} = header;
		const inPieces = identifier === 0x24;
		if (end !== undefined && !inPieces) {
			return {parts: [this.#source.subarray(offset, end)], length: end - offset, end};
		}

		const inside = this.#inside(start, end ?? limit, end === undefined, depth + 1);
		if (!inside) {
			return undefined;
		}

		const parts = inPieces ? inside.parts.map(contentsOf) : inside.parts;
		const length = parts.reduce((sum, part) => sum + part.length, 0);
		const front = Uint8Array.from([...(inPieces ? [0x04] : tag), ...lengthOctets(length)]);
		return {parts: [front, ...parts], length: front.length + length, end: inside.end};
	}

	/** Elements up to the end, or up to the mark that ends an indefinite length; one part for each. */
	#inside(start: number, limit: number, untilMark: boolean, depth: number): Omit<Rewritten, 'length'> | undefined {
		const parts: Uint8Array[] = [];
		let position = start;
		while (position < limit) {
			if (untilMark && this.#source[position] === 0 && this.#source[position + 1] === 0) {
				return {parts, end: position + 2};
			}

			const child = this.element(position, limit, depth);
			if (!child) {
				return undefined;
			}

			parts.push(child.parts.length === 1 && child.parts[0] ? child.parts[0] : Buffer.concat(child.parts));
			position = child.end;
		}

		return untilMark ? undefined : {parts, end: position};
	}

	/** `end` is absent for an indefinite length. */
	#header(
		offset: number,
		limit: number,
	): {identifier: number; tag: Uint8Array; start: number; end?: number} | undefined {
		const identifier = this.#source[offset];
		let position = offset + 1;
		if (identifier === undefined || (identifier & 0x1f) === 0x1f || position >= limit) {
			return undefined; // None of the formats that are read this way has tags of several octets.
		}

		const tag = this.#source.subarray(offset, position);
		const first = this.#source[position] ?? 0;
		position += 1;
		if (first === 0x80) {
			return (identifier & 0x20) === 0 ? undefined : {identifier, tag, start: position};
		}

		let length = first;
		if (first > 0x80) {
			const octets = first & 0x7f;
			if (octets > 6 || position + octets > limit) {
				return undefined;
			}

			length = this.#source.subarray(position, position + octets).reduce((sum, octet) => sum * 256 + octet, 0);
			position += octets;
		}

		return length > limit - position ? undefined : {identifier, tag, start: position, end: position + length};
	}
}

/** The value of an element that was written here or read with a definite length. */
function contentsOf(element: Uint8Array): Uint8Array {
	const first = element[1] ?? 0;
	return element.subarray(first > 0x80 ? 2 + (first & 0x7f) : 2);
}

function lengthOctets(length: number): readonly number[] {
	if (length < 0x80) {
		return [length];
	}

	const octets: number[] = [];
	for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) {
		octets.unshift(rest % 256);
	}

	return [0x80 | octets.length, ...octets];
}
