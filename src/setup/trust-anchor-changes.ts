import type {TrustAnchorDetail} from '../aws/roles-anywhere-shapes.ts';
import {ExpectedError} from '../errors.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {loadCertificates} from '../pki/intake/load.ts';
import {printable} from '../printable.ts';
import {type Change, KNOWN_AFTER_APPLY} from './change.ts';
import type {Facts} from './journal.ts';
import {fingerprintsOf, type Known, must, toAnchorPem} from './known.ts';
import type {Writer} from './world.ts';

const KIND = 'trust anchor';

/** Makes a trust anchor, enabled and tagged. */
export function creation(name: string, {anchorCertificates}: Known): Change {
	return {
		kind: KIND,
		name,
		action: 'create',
		details: [
			{what: 'certificate', after: describe(anchorCertificates)},
			{what: 'enabled', after: 'yes'},
		],
		calls: ['rolesanywhere:CreateTrustAnchor'],
		files: [],
		goal: known => ({fingerprints: fingerprintsOf(must(known, 'anchorCertificates'))}),
		async apply(writer, known) {
			const certificates = toAnchorPem(must(known, 'anchorCertificates'));
			const made = await writer.rolesAnywhere.createTrustAnchor({name, certificates}, writer.tags);
			const anchor = await enabled(made, writer);
			return {known: {...known, trustAnchorArn: anchor.arn}, facts: anchorFacts(anchor)};
		},
	};
}

/** Gives a trust anchor of this set-up the certificates and the name that it should have. */
export function replacement(anchor: TrustAnchorDetail, {anchorCertificates}: Known, name: string): Change {
	return {
		kind: KIND,
		name,
		action: 'update',
		details: [
			{
				what: 'certificate',
				before: `SHA-256 ${fingerprintsOfAnchor(anchor) ?? 'unreadable'}`,
				after: describe(anchorCertificates),
			},
			...(anchor.name === name ? [] : [{what: 'name', before: printable(anchor.name), after: name}]),
		],
		calls: ['rolesanywhere:UpdateTrustAnchor'],
		files: [],
		before: anchorFacts(anchor),
		goal: known => ({arn: anchor.arn, fingerprints: fingerprintsOf(must(known, 'anchorCertificates'))}),
		async apply(writer, known) {
			const certificates = toAnchorPem(must(known, 'anchorCertificates'));
			const updated = await writer.rolesAnywhere.updateTrustAnchor(anchor.id, {name, certificates});
			return {known: {...known, trustAnchorArn: updated.arn}, facts: anchorFacts(updated)};
		},
	};
}

/** Enables a trust anchor. */
export function enabling(anchor: TrustAnchorDetail, name: string): Change {
	return {
		kind: KIND,
		name,
		action: 'update',
		details: [{what: 'enabled', before: 'no', after: 'yes'}],
		calls: ['rolesanywhere:EnableTrustAnchor'],
		files: [],
		before: anchorFacts(anchor),
		goal: () => ({arn: anchor.arn, enabled: 'yes'}),
		async apply(writer, known) {
			const updated = await enabled(anchor, writer);
			return {known: {...known, trustAnchorArn: updated.arn}, facts: anchorFacts(updated)};
		},
	};
}

/** How a trust anchor is now, for the journal. */
export function anchorFacts(anchor: TrustAnchorDetail): Facts {
	return {
		arn: anchor.arn,
		fingerprints: fingerprintsOfAnchor(anchor) ?? '',
		enabled: anchor.isEnabled ? 'yes' : 'no',
	};
}

/** Undefined for anchors of other kinds, and for certificates that nobody can read. */
export function fingerprintsOfAnchor(anchor: TrustAnchorDetail): string | undefined {
	const certificates = certificatesOfAnchor(anchor);
	return certificates && fingerprintsOf(certificates);
}

/** Undefined for anchors of other kinds, and for certificates that nobody can read. */
export function certificatesOfAnchor({certificates}: TrustAnchorDetail): readonly Certificate[] | undefined {
	try {
		return certificates === undefined ? undefined : loadCertificates(Buffer.from(certificates), 'the trust anchor');
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}

/** The service does not document what it makes of `enabled`, so its answer is believed, not the request (API-10). */
async function enabled(anchor: TrustAnchorDetail, writer: Writer): Promise<TrustAnchorDetail> {
	if (anchor.isEnabled) {
		return anchor;
	}

	const again = await writer.rolesAnywhere.enableTrustAnchor(anchor.id);
	if (!again.isEnabled) {
		throw new ExpectedError('AWS_REFUSED', `The trust anchor ${anchor.arn} stays disabled.`, {
			next: ['Enable it in the console, then run the same command again'],
		});
	}

	return again;
}

function describe(certificates: Known['anchorCertificates']): string {
	return certificates === undefined
		? KNOWN_AFTER_APPLY
		: certificates.map(({subject, fingerprint}) => `${printable(subject.text)}, SHA-256 ${fingerprint}`).join('; ');
}
