import {type DerElement, DerError, DerFields, derProblem, tags} from '../der/der.ts';
import {isString, readString} from '../der/der-strings.ts';
import {hexOf, type Note, readOid} from '../der/der-values.ts';
import {attributeShortName} from '../der/oids.ts';
import {distinguishedNameText} from './distinguished-name-text.ts';

/** One attribute of a name. A view: the text is decoded when first asked for. */
export class AttributeTypeAndValue {
	readonly oid: string;
	/** Such as `CN`; absent for types that have no registered short name. */
	readonly shortName: string | undefined;
	/** Identifier octet of the value, such as 0x0c for UTF8String. */
	readonly tag: number;
	readonly #value: DerElement;
	#text: string | undefined;

	constructor(oid: string, value: DerElement) {
		this.oid = oid;
		this.shortName = attributeShortName(oid);
		this.tag = value.identifier;
		this.#value = value;
	}

	/** The text; for a value that is not text, `#` and the hex of its DER. */
	get value(): string {
		this.#text ??= this.decode(() => {});
		return this.#text;
	}

	/** `#` and hex where RFC 4514, section 2.4, asks for that form. */
	get hexValue(): string | undefined {
		return this.shortName === undefined || !isString(this.#value) ? `#${hexOf(this.#value.bytes)}` : undefined;
	}

	/** The encoded value: tag, length and contents. */
	get valueDer(): Uint8Array {
		return this.#value.bytes;
	}

	/** As {@link value}, telling what its type cannot hold. */
	decode(note: Note): string {
		return isString(this.#value)
			? readString(this.#value, 'An attribute of a name', note)
			: `#${hexOf(this.#value.bytes)}`;
	}
}

/** A name as a certificate holds it: RDNs in the order of the encoding. */
export class DistinguishedName {
	readonly rdns: readonly (readonly AttributeTypeAndValue[])[];
	readonly #element: DerElement;
	#text: string | undefined;
	#attributes: readonly AttributeTypeAndValue[] | undefined;

	constructor(element: DerElement, rdns: readonly (readonly AttributeTypeAndValue[])[]) {
		this.#element = element;
		this.rdns = rdns;
	}

	get der(): Uint8Array {
		return this.#element.bytes;
	}

	get isEmpty(): boolean {
		return this.rdns.length === 0;
	}

	/** Every attribute, in the order of the encoding. */
	get attributes(): readonly AttributeTypeAndValue[] {
		this.#attributes ??= this.rdns.flat();
		return this.#attributes;
	}

	/** RFC 4514, last RDN first. Comes from outside: pass it through `printable` before showing it. */
	get text(): string {
		this.#text ??= distinguishedNameText(this.rdns);
		return this.#text;
	}

	/** The first value of a type, in the order of the encoding. */
	first(shortName: string): string | undefined {
		for (const rdn of this.rdns) {
			for (const attribute of rdn) {
				if (attribute.shortName === shortName) {
					return attribute.value;
				}
			}
		}

		return undefined;
	}

	/** Every value of a type, in the order of the encoding. */
	all(shortName: string): readonly string[] {
		return this.attributes.filter(attribute => attribute.shortName === shortName).map(({value}) => value);
	}
}

/** Reads a Name (RFC 5280, section 4.1.2.4). @throws {DerError} */
export function readName(element: DerElement, what: string, note: Note): DistinguishedName {
	if (element.identifier !== tags.sequence) {
		throw new DerError('unexpected', element.offset, `${what} is not a sequence`);
	}

	const rdns: AttributeTypeAndValue[][] = [];
	const fields = new DerFields(element);
	while (!fields.isAtEnd) {
		rdns.push(readRdn(fields.expect(tags.set, `A part of ${what}`), what, note));
	}

	return new DistinguishedName(element, rdns);
}

/** Reads the attributes of one RelativeDistinguishedName, whatever its tag. @throws {DerError} */
export function readRdn(set: DerElement, what: string, note: Note): AttributeTypeAndValue[] {
	const rdn: AttributeTypeAndValue[] = [];
	const fields = new DerFields(set);
	let previous: DerElement | undefined;
	while (!fields.isAtEnd) {
		const pair = fields.expect(tags.sequence, `An attribute of ${what}`);
		if (previous && Buffer.compare(previous.bytes, pair.bytes) > 0) {
			note(derProblem('bad-value', pair.offset, `${what} has a set whose members are not sorted`));
		}

		rdn.push(readAttribute(pair, what));
		previous = pair;
	}

	if (rdn.length === 0) {
		throw new DerError('bad-value', set.offset, `${what} has an empty set`);
	}

	return rdn;
}

function readAttribute(pair: DerElement, what: string): AttributeTypeAndValue {
	const fields = new DerFields(pair);
	const oid = readOid(fields.next(`An attribute type of ${what}`), `An attribute type of ${what}`);
	const value = fields.next(`An attribute value of ${what}`);
	fields.finish(`An attribute of ${what}`);
	return new AttributeTypeAndValue(oid, value);
}
