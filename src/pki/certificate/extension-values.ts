import {type DerElement, DerError, DerFields, derProblem, readEmbedded, requireTag, tags} from '../der/der.ts';
import {hexOf, type Note, octetsOf, readBoolean, readOid, readSmallInteger, readUnusedBits} from '../der/der-values.ts';
import {type GeneralName, readGeneralNames} from '../names/general-name.ts';

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
	const unusedBits = readUnusedBits(bits, what, note);
	const octets = octetsOf(bits);
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
