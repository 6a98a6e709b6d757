import {attemptDer, type DerElement, DerFields, type DerProblem, derProblem, requireTag, tags} from '../der/der.ts';
import {type Note, readBoolean, readOid} from '../der/der-values.ts';

/** One extension as it stands in the certificate. */
export class Extension {
	readonly oid: string;
	readonly isCritical: boolean;
	/** The OCTET STRING. */
	readonly element: DerElement;

	constructor(oid: string, isCritical: boolean, element: DerElement) {
		this.oid = oid;
		this.isCritical = isCritical;
		this.element = element;
	}

	/** What the OCTET STRING holds. */
	get value(): Uint8Array {
		return this.element.contents;
	}
}

/** An extension's value: not there, there but not readable (or there twice), or decoded. */
export type Decoded<Value> =
	| {readonly state: 'absent'}
	| {readonly state: 'malformed'; readonly isCritical: boolean; readonly problem: DerProblem}
	| {readonly state: 'present'; readonly isCritical: boolean; readonly value: Value};

/** The value, if there is one that can be read. */
export function decodedValue<Value>(decoded: Decoded<Value>): Value | undefined {
	return decoded.state === 'present' ? decoded.value : undefined;
}

/** Reads Extensions (RFC 5280, section 4.1). Duplicates are kept. @throws {DerError} */
export function readExtensions(sequence: DerElement, note: Note): readonly Extension[] {
	requireTag(sequence, tags.sequence, 'The list of extensions');
	const extensions: Extension[] = [];
	const fields = new DerFields(sequence);
	while (!fields.isAtEnd) {
		extensions.push(readExtension(fields.expect(tags.sequence, 'An extension'), note));
	}

	if (extensions.length === 0) {
		note(derProblem('bad-value', sequence.offset, 'The list of extensions is there but empty'));
	}

	return extensions;
}

function readExtension(sequence: DerElement, note: Note): Extension {
	const fields = new DerFields(sequence);
	const oid = readOid(fields.next('The type of an extension'), 'The type of an extension');
	const mark = fields.optional(tags.boolean, 'The criticality of an extension');
	const isCritical = mark ? readBoolean(mark, 'The criticality of an extension', note) : false;
	if (mark && !isCritical) {
		note(derProblem('bad-value', mark.offset, 'An extension says that it is not critical, which DER leaves out'));
	}

	const element = fields.expect(tags.octetString, 'The value of an extension');
	fields.finish('An extension');
	return new Extension(oid, isCritical, element);
}

/** Reads the value of one kind of extension from its OCTET STRING. @throws {DerError} */
export type ExtensionReader<Value> = (element: DerElement, note: Note) => Value;

/**
 * Decodes the extension of one type among all. One that appears twice counts as malformed, since nobody
 * can know which of them holds.
 */
export function decodeExtension<Value>(
	extensions: readonly Extension[],
	oid: string,
	read: ExtensionReader<Value>,
	note: Note,
): Decoded<Value> {
	const first = extensions.find(extension => extension.oid === oid);
	if (!first) {
		return {state: 'absent'};
	}

	const again = extensions.findLast(extension => extension.oid === oid);
	if (again && again !== first) {
		const isCritical = first.isCritical || again.isCritical;
		const twice = derProblem('bad-value', again.element.offset, 'The extension appears more than once');
		return {state: 'malformed', isCritical, problem: twice};
	}

	const {isCritical, element} = first;
	const value = attemptDer(() => read(element, note));
	return value.ok
		? {state: 'present', isCritical, value: value.value}
		: {state: 'malformed', isCritical, problem: value.problem};
}
