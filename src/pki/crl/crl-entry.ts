import {readAlternativeName} from '../certificate/extension-values.ts';
import {type Extension, readExtensions} from '../certificate/extensions.ts';
import {type DerElement, DerError, DerFields, readEmbedded, requireTag, tags} from '../der/der.ts';
import {readTime} from '../der/der-time.ts';
import {hexOf, readInteger} from '../der/der-values.ts';
import {strictNote} from '../der/strict-note.ts';
import type {DistinguishedName} from '../names/distinguished-name.ts';

/** Reasons by their number (RFC 5280, section 5.3.1); 7 is not used. */
export const REVOCATION_REASONS = {
	0: 'unspecified',
	1: 'keyCompromise',
	2: 'cACompromise',
	3: 'affiliationChanged',
	4: 'superseded',
	5: 'cessationOfOperation',
	6: 'certificateHold',
	8: 'removeFromCRL',
	9: 'privilegeWithdrawn',
	10: 'aACompromise',
} as const;

export type RevocationReason = (typeof REVOCATION_REASONS)[keyof typeof REVOCATION_REASONS];

const REASONS: ReadonlyMap<number, RevocationReason> = new Map(
	Object.entries(REVOCATION_REASONS).map(([number, reason]) => [Number(number), reason]),
);

/** One revoked certificate. */
export interface CrlEntry {
	/** Lowercase hex of the serial's octets as encoded. */
	readonly serialHex: string;
	readonly revokedAt: Date;
	readonly reason: RevocationReason | undefined;
	/** Who issued the certificate: the list's issuer unless an indirect list says otherwise (section 5.3.3). */
	readonly certificateIssuer: DistinguishedName;
	/** The first critical extension that nobody here knows, or that cannot be read. */
	readonly unusableBecause: string | undefined;
}

const entryOids = {reason: '2.5.29.21', holdInstruction: '2.5.29.23', invalidityDate: '2.5.29.24', issuer: '2.5.29.29'};

/** Reads revokedCertificates (RFC 5280, section 5.1.2.6). @throws {DerError} */
export function readCrlEntries(list: DerElement, crlIssuer: DistinguishedName): readonly CrlEntry[] {
	const entries: CrlEntry[] = [];
	const fields = new DerFields(list);
	let certificateIssuer = crlIssuer;
	while (!fields.isAtEnd) {
		const entry = readEntry(fields.expect(tags.sequence, 'A revoked certificate'), certificateIssuer);
		certificateIssuer = entry.certificateIssuer;
		entries.push(entry);
	}

	return entries;
}

function readEntry(sequence: DerElement, previousIssuer: DistinguishedName): CrlEntry {
	const fields = new DerFields(sequence);
	const serial = readInteger(fields.next('A serial number'), 'A serial number', strictNote);
	const revokedAt = readTime(fields.next('A revocation date'), 'A revocation date', () => {});
	const list = fields.optional(tags.sequence, 'The extensions of an entry');
	fields.finish('A revoked certificate');
	const extensions = list ? readExtensions(list, () => {}) : [];
	return {serialHex: hexOf(serial), revokedAt, ...judgeExtensions(extensions, previousIssuer)};
}

function judgeExtensions(
	extensions: readonly Extension[],
	previousIssuer: DistinguishedName,
): Pick<CrlEntry, 'reason' | 'certificateIssuer' | 'unusableBecause'> {
	let reason: RevocationReason | undefined;
	let certificateIssuer = previousIssuer;
	let unusableBecause: string | undefined;
	const seen = new Set<string>();
	for (const {oid, isCritical, element} of extensions) {
		if (seen.has(oid)) {
			unusableBecause ??= `an entry that holds extension ${oid} twice`;
		}

		seen.add(oid);
		if (oid === entryOids.reason) {
			reason = readReason(element);
		} else if (oid === entryOids.issuer) {
			const named = readCertificateIssuer(element);
			certificateIssuer = named ?? previousIssuer;
			unusableBecause ??= named ? undefined : 'an entry whose certificate issuer is no directory name';
		} else if (isCritical && oid !== entryOids.holdInstruction && oid !== entryOids.invalidityDate) {
			unusableBecause ??= `an entry with the critical extension ${oid}, which is not known here`;
		}
	}

	return {reason, certificateIssuer, unusableBecause};
}

function readReason(element: DerElement): RevocationReason {
	const code = readEmbedded(element, 0, 'reasonCode');
	requireTag(code, 0x0a, 'reasonCode');
	const number = code.contentsLength === 1 ? code.contents[0] : undefined;
	const reason = REASONS.get(number ?? -1);
	if (reason === undefined) {
		throw new DerError('bad-value', element.offset, 'reasonCode is a number that stands for no reason');
	}

	return reason;
}

function readCertificateIssuer(element: DerElement): DistinguishedName | undefined {
	const names = readAlternativeName(element, strictNote);
	const directory = names.find(({kind}) => kind === 'directoryName');
	return directory?.kind === 'directoryName' ? directory.value : undefined;
}
