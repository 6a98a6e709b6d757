import type {Result} from '../../result.ts';
import {type DerHeader, readHeader} from './der-header.ts';
import {attemptDer, DerError, type DerProblem} from './der-problem.ts';
import {TAG_CLASSES, type TagClass} from './der-tags.ts';

export {attemptDer, DerError, type DerFault, type DerProblem, derProblem} from './der-problem.ts';
export {contextTag, type TagClass, tags} from './der-tags.ts';

/** Elements may lie this many levels deep; certificates need about ten. */
export const MAX_DEPTH = 64;

/** One tag, length and value. A view: nothing is copied, and what lies inside is not read until asked for. */
export class DerElement {
	/** The bytes that the offsets count in. */
	readonly source: Uint8Array;
	/** Where the element begins. */
	readonly offset: number;
	/** The first octet: class, form and low tag number together. */
	readonly identifier: number;
	readonly tagNumber: number;
	readonly contentsOffset: number;
	/** The first byte after the element. */
	readonly end: number;
	/** How many elements lie around this one. */
	readonly depth: number;

	/** Use {@link readDer}; this takes what it is told. */
	constructor(source: Uint8Array, offset: number, header: DerHeader, depth: number) {
		this.source = source;
		this.offset = offset;
		this.identifier = header.identifier;
		this.tagNumber = header.tagNumber;
		this.contentsOffset = header.contentsOffset;
		this.end = header.end;
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
	return new DerElement(source, offset, readHeader(source, offset, end), depth);
}

function hexByte(octet: number): string {
	return `0x${octet.toString(16).padStart(2, '0')}`;
}
