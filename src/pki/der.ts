import {ok, problem, type Result} from '../result.ts';

/** The ways in which bytes fail to be DER, or to be what was expected. */
export type DerFault =
	| 'truncated'
	| 'indefinite-length'
	| 'length-not-minimal'
	| 'tag-not-minimal'
	| 'wrong-form'
	| 'trailing-bytes'
	| 'too-deep'
	| 'unexpected'
	| 'bad-value';

/** What is wrong with DER bytes, and where. */
export interface DerProblem {
	readonly fault: DerFault;
	/** Counted from the first byte of the outermost element. */
	readonly offset: number;
	/** Says what is wrong and at which byte; holds no text from the bytes themselves. */
	readonly message: string;
}

/** How decoders throw a {@link DerProblem} among themselves; {@link attemptDer} keeps it from going further. */
export class DerError extends Error {
	override readonly name = 'DerError';
	readonly problem: DerProblem;

	constructor(fault: DerFault, offset: number, what: string) {
		super(what);
		this.problem = derProblem(fault, offset, what);
	}
}

/** Makes a problem whose message ends with the offset. */
export function derProblem(fault: DerFault, offset: number, what: string): DerProblem {
	return {fault, offset, message: `${what}, at byte ${offset}`};
}

/** Runs decoders that throw {@link DerError} and gives back its problem instead. */
export function attemptDer<Value>(work: () => Value): Result<Value, DerProblem> {
	try {
		return ok(work());
	} catch (error) {
		if (error instanceof DerError) {
			return problem(error.problem);
		}

		throw error;
	}
}

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

const TAG_CLASSES: readonly TagClass[] = ['universal', 'application', 'context', 'private'];

/** Elements may lie this many levels deep; certificates need about ten. */
export const MAX_DEPTH = 64;

/** One tag, length and value. A view: nothing is copied, and what lies inside is not read until asked for. */
export class DerElement {
	/** The bytes that {@link offset} counts in. */
	readonly source: Uint8Array;
	/** The first octet: class, form and low tag number together. */
	readonly identifier: number;
	readonly tagNumber: number;
	/** Where the element begins. */
	readonly offset: number;
	readonly contentsOffset: number;
	/** The first byte after the element. */
	readonly end: number;
	readonly depth: number;

	/** Use {@link readDer}; this takes what it is told. */
	constructor(
		source: Uint8Array,
		identifier: number,
		tagNumber: number,
		offset: number,
		contentsOffset: number,
		end: number,
		depth: number,
	) {
		this.source = source;
		this.identifier = identifier;
		this.tagNumber = tagNumber;
		this.offset = offset;
		this.contentsOffset = contentsOffset;
		this.end = end;
		this.depth = depth;
	}

	get tagClass(): TagClass {
		return TAG_CLASSES[this.identifier >> 6] ?? 'universal';
	}

	get isConstructed(): boolean {
		return (this.identifier & 0x20) !== 0;
	}

	/** Tag, length and value. */
	get bytes(): Uint8Array {
		return this.source.subarray(this.offset, this.end);
	}

	/** The value alone. */
	get contents(): Uint8Array {
		return this.source.subarray(this.contentsOffset, this.end);
	}

	get contentsLength(): number {
		return this.end - this.contentsOffset;
	}

	/** The elements directly inside, in order. Takes time in proportion to their number. */
	children(): Result<readonly DerElement[], DerProblem> {
		return attemptDer(() => [...new DerFields(this).rest()]);
	}
}

/** Reads the elements inside a constructed one, one after the other. Every method may throw {@link DerError}. */
export class DerFields {
	readonly #parent: DerElement;
	#position: number;

	constructor(parent: DerElement) {
		if (!parent.isConstructed) {
			throw new DerError('unexpected', parent.offset, 'Expected an element that holds others');
		}

		if (parent.depth >= MAX_DEPTH) {
			throw new DerError('too-deep', parent.offset, `Elements lie more than ${MAX_DEPTH} levels deep`);
		}

		this.#parent = parent;
		this.#position = parent.contentsOffset;
	}

	get isAtEnd(): boolean {
		return this.#position >= this.#parent.end;
	}

	/** The next element, which must be there. `what` names it in the problem. */
	next(what: string): DerElement {
		if (this.isAtEnd) {
			throw new DerError('unexpected', this.#position, `${what} is missing`);
		}

		const {source, end, depth} = this.#parent;
		const element = readElement(source, this.#position, end, depth + 1);
		this.#position = element.end;
		return element;
	}

	/** The next element, which must be there with this identifier octet. */
	expect(identifier: number, what: string): DerElement {
		const element = this.next(what);
		requireTag(element, identifier, what);
		return element;
	}

	/** The next element if it has this identifier octet; otherwise nothing is taken. */
	optional(identifier: number, what: string): DerElement | undefined {
		return !this.isAtEnd && this.#parent.source[this.#position] === identifier ? this.next(what) : undefined;
	}

	/** All elements that are left. */
	*rest(): Generator<DerElement, void> {
		while (!this.isAtEnd) {
			yield this.next('An element');
		}
	}

	/** Throws if anything is left. */
	finish(what: string): void {
		if (!this.isAtEnd) {
			throw new DerError('unexpected', this.#position, `${what} holds more than it may`);
		}
	}
}

/** @throws {DerError} if the element has another identifier octet. */
export function requireTag(element: DerElement, identifier: number, what: string): void {
	if (element.identifier !== identifier) {
		throw new DerError(
			'unexpected',
			element.offset,
			`${what} should have tag ${hexByte(identifier)} and has ${hexByte(element.identifier)}`,
		);
	}
}

/**
 * Reads bytes that are exactly one DER element (X.690, sections 8 and 10).
 *
 * Lengths must be definite and minimal, tags minimal, and nothing may follow. What lies inside is judged
 * as it is read. Never throws, whatever the bytes are.
 */
export function readDer(bytes: Uint8Array): Result<DerElement, DerProblem> {
	return attemptDer(() => readOnlyElement(bytes));
}

/** As {@link readDer}. @throws {DerError} */
export function readOnlyElement(bytes: Uint8Array): DerElement {
	const element = readElement(bytes, 0, bytes.length, 0);
	if (element.end !== bytes.length) {
		throw new DerError('trailing-bytes', element.end, `${bytes.length - element.end} bytes follow the element`);
	}

	return element;
}

/**
 * Reads the one DER element that the contents of an OCTET STRING or BIT STRING hold, keeping offsets as they are.
 *
 * @param skip - Octets to leave out at the beginning: 1 for a BIT STRING.
 * @throws {DerError}
 */
export function readEmbedded(container: DerElement, skip: number, what: string): DerElement {
	const element = readElement(container.source, container.contentsOffset + skip, container.end, container.depth + 1);
	if (element.end !== container.end) {
		throw new DerError('trailing-bytes', element.end, `${container.end - element.end} bytes follow ${what}`);
	}

	return element;
}

function readElement(source: Uint8Array, offset: number, end: number, depth: number): DerElement {
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

	return new DerElement(source, identifier, tagNumber, offset, position, position + length, depth);
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

function hexByte(octet: number): string {
	return `0x${octet.toString(16).padStart(2, '0')}`;
}
