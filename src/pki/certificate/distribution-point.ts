import {contextTag, type DerElement, DerError, DerFields, readEmbedded, requireTag, tags} from '../der/der.ts';
import {type Note, octetsOf, readUnusedBitsOf} from '../der/der-values.ts';
import {type AttributeTypeAndValue, type DistinguishedName, readRdn} from '../names/distinguished-name.ts';
import {type GeneralName, readGeneralNames} from '../names/general-name.ts';

/** Where a CRL is to be found: full names, or a name relative to the CRL's issuer (RFC 5280, section 4.2.1.13). */
export type DistributionPointName =
	| {readonly kind: 'full'; readonly names: readonly GeneralName[]}
	| {readonly kind: 'relative'; readonly rdn: readonly AttributeTypeAndValue[]};

/** Bits of ReasonFlags that stand for reasons: 1 (keyCompromise) to 8 (aACompromise). */
export const ALL_REASONS = 0b1_1111_1110;

/** RFC 5280, section 4.2.1.13. */
export interface DistributionPoint {
	readonly name?: DistributionPointName;
	/** Bit n is reason flag n; absent for all reasons. */
	readonly reasons?: number;
	readonly crlIssuer?: readonly DistinguishedName[];
}

/** RFC 5280, section 5.2.5. */
export interface IssuingDistributionPoint {
	readonly name?: DistributionPointName;
	readonly onlyUserCertificates: boolean;
	readonly onlyCaCertificates: boolean;
	readonly onlyAttributeCertificates: boolean;
	readonly isIndirect: boolean;
	/** As in {@link DistributionPoint}. */
	readonly reasons?: number;
}

/** cRLDistributionPoints and freshestCRL alike. @throws {DerError} */
export function readDistributionPoints(element: DerElement, note: Note): readonly DistributionPoint[] {
	const what = 'cRLDistributionPoints';
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	return [...new DerFields(sequence).rest()].map(point => readPoint(point, note));
}

function readPoint(point: DerElement, note: Note): DistributionPoint {
	requireTag(point, tags.sequence, 'A distribution point');
	const fields = new DerFields(point);
	const name = fields.optional(contextTag(0, 'constructed'), 'The name of a distribution point');
	const reasons = fields.optional(contextTag(1, 'primitive'), 'The reasons of a distribution point');
	const issuer = fields.optional(contextTag(2, 'constructed'), 'cRLIssuer');
	fields.finish('A distribution point');
	const issuers = issuer && readGeneralNames(issuer, 'cRLIssuer', note);
	return {
		...(name && {name: readPointName(name, note)}),
		...(reasons && {reasons: flagsOf(reasons, note)}),
		...(issuers && {crlIssuer: issuers.flatMap(other => (other.kind === 'directoryName' ? [other.value] : []))}),
	};
}

function readPointName(wrapper: DerElement, note: Note): DistributionPointName {
	const what = 'The name of a distribution point';
	const fields = new DerFields(wrapper);
	const choice = fields.next(what);
	fields.finish(what);
	if (choice.identifier === contextTag(0, 'constructed')) {
		return {kind: 'full', names: readGeneralNames(choice, what, note)};
	}

	requireTag(choice, contextTag(1, 'constructed'), what);
	return {kind: 'relative', rdn: readRdn(choice, what, note)};
}

function flagsOf(bits: DerElement, note: Note): number {
	const unusedBits = readUnusedBitsOf(bits, 'The reasons', note);
	const octets = octetsOf(bits);
	let flags = 0;
	for (let bit = 0; bit < Math.min(9, octets.length * 8 - unusedBits); bit += 1) {
		flags |= ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) === 0 ? 0 : 1 << bit;
	}

	return flags;
}

/** issuingDistributionPoint. @throws {DerError} */
export function readIssuingDistributionPoint(element: DerElement, note: Note): IssuingDistributionPoint {
	const what = 'issuingDistributionPoint';
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	const fields = new DerFields(sequence);
	const name = fields.optional(contextTag(0, 'constructed'), what);
	const onlyUserCertificates = readFlag(fields, 1);
	const onlyCaCertificates = readFlag(fields, 2);
	const reasons = fields.optional(contextTag(3, 'primitive'), what);
	const isIndirect = readFlag(fields, 4);
	const onlyAttributeCertificates = readFlag(fields, 5);
	fields.finish(what);
	return {
		...(name && {name: readPointName(name, note)}),
		...(reasons && {reasons: flagsOf(reasons, note)}),
		onlyUserCertificates,
		onlyCaCertificates,
		isIndirect,
		onlyAttributeCertificates,
	};
}

function readFlag(fields: DerFields, number: number): boolean {
	const element = fields.optional(contextTag(number, 'primitive'), 'A scope of the CRL');
	if (element && element.contentsLength !== 1) {
		throw new DerError('bad-value', element.offset, 'A scope of the CRL is not one byte long');
	}

	return element !== undefined && element.contents[0] !== 0;
}
