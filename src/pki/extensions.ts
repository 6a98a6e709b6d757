import {
	attemptDer,
	type DerElement,
	DerError,
	DerFields,
	type DerProblem,
	derProblem,
	readEmbedded,
	requireTag,
	tags,
} from './der.ts';
import {hexOf, type Note, readBitString, readBoolean, readOid, readSmallInteger} from './der-values.ts';
import {type GeneralName, readGeneralNames} from './general-name.ts';

/** One extension as it stands in the certificate. */
export interface Extension {
	readonly oid: string;
	readonly isCritical: boolean;
	/** What the OCTET STRING holds. */
	readonly value: Uint8Array;
	/** The OCTET STRING itself. */
	readonly element: DerElement;
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

/** RFC 5280, section 4.2.1.9. */
export interface BasicConstraints {
	readonly isCa: boolean;
	readonly pathLength?: number;
}

/** RFC 5280, section 4.2.1.1. */
export interface AuthorityKeyIdentifier {
	/** Lowercase hex. */
	readonly keyIdentifier?: string;
	readonly issuer?: readonly GeneralName[];
	/** Lowercase hex of the octets as encoded. */
	readonly serial?: string;
}

/** Key usages by the bit that stands for them (RFC 5280, section 4.2.1.3). */
export const KEY_USAGES = [
	'digitalSignature',
	'nonRepudiation',
	'keyEncipherment',
	'dataEncipherment',
	'keyAgreement',
	'keyCertSign',
	'cRLSign',
	'encipherOnly',
	'decipherOnly',
] as const;

export type KeyUsage = (typeof KEY_USAGES)[number];

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
	return {oid, isCritical, value: element.contents, element};
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

export function readBasicConstraints(element: DerElement, note: Note): BasicConstraints {
	const fields = sequenceIn(element, 'basicConstraints');
	const mark = fields.optional(tags.boolean, 'cA');
	const isCa = mark ? readBoolean(mark, 'cA', note) : false;
	if (mark && !isCa) {
		note(derProblem('bad-value', mark.offset, 'basicConstraints spells out that cA is false, which DER leaves out'));
	}

	const length = fields.optional(tags.integer, 'pathLenConstraint');
	fields.finish('basicConstraints');
	return {isCa, ...(length && {pathLength: readSmallInteger(length, 'pathLenConstraint', note)})};
}

export function readKeyUsage(element: DerElement, note: Note): readonly KeyUsage[] {
	const what = 'keyUsage';
	const bits = readEmbedded(element, 0, what);
	const {octets, unusedBits} = readBitString(bits, what, note);
	const last = octets.at(-1);
	if (last === undefined || (last & (1 << unusedBits)) === 0) {
		note(derProblem('bad-value', bits.offset, 'keyUsage ends in zero bits, which DER leaves out'));
	}

	if (octets.every(octet => octet === 0)) {
		note(derProblem('bad-value', bits.offset, 'keyUsage allows nothing'));
	}

	return KEY_USAGES.filter((_, bit) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
}

export function readExtendedKeyUsage(element: DerElement, note: Note): readonly string[] {
	const what = 'extendedKeyUsage';
	const fields = sequenceIn(element, what);
	const purposes: string[] = [];
	while (!fields.isAtEnd) {
		purposes.push(readOid(fields.next('A purpose'), 'A purpose'));
	}

	if (purposes.length === 0) {
		note(derProblem('bad-value', element.offset, `${what} is empty`));
	}

	return purposes;
}

export function readAlternativeName(element: DerElement, note: Note): readonly GeneralName[] {
	const what = 'the alternative name';
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	return readGeneralNames(sequence, what, note);
}

export function readSubjectKeyIdentifier(element: DerElement): string {
	const what = 'subjectKeyIdentifier';
	const identifier = readEmbedded(element, 0, what);
	requireTag(identifier, tags.octetString, what);
	return hexOf(identifier.contents);
}

export function readAuthorityKeyIdentifier(element: DerElement, note: Note): AuthorityKeyIdentifier {
	const what = 'authorityKeyIdentifier';
	const fields = sequenceIn(element, what);
	const identifier = fields.optional(0x80, what);
	const issuer = fields.optional(0xa1, what);
	const serial = fields.optional(0x82, what);
	fields.finish(what);
	if (serial && serial.contentsLength === 0) {
		throw new DerError('bad-value', serial.offset, `${what} has a serial number without bytes`);
	}

	return {
		...(identifier && {keyIdentifier: hexOf(identifier.contents)}),
		...(issuer && {issuer: readGeneralNames(issuer, what, note)}),
		...(serial && {serial: hexOf(serial.contents)}),
	};
}

function sequenceIn(element: DerElement, what: string): DerFields {
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	return new DerFields(sequence);
}
