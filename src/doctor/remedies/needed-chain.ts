import {findPath} from '../../decide/path.ts';
import type {Certificate} from '../../pki/certificate/certificate.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence} from '../evidence/files.ts';
import {seenIn} from '../evidence/look.ts';
import {anchorCertificates, certificatesIn, endEntityOf, readOne} from './seen-certificates.ts';

/** What leads from the certificate to the trust anchor. */
export interface NeededChain {
	/** Issuer of the certificate first; without the certificate and without the trust anchor. */
	readonly certificates: readonly Certificate[];
	/** A file of this machine that holds them, and nothing that is in the way; undefined where they lie apart. */
	readonly file: string | undefined;
	/** What the chain ends in. */
	readonly anchor: Certificate;
}

/**
 * The certificates between the one in use and the trust anchor, from all that lies on this machine; undefined where no
 * path is found. Where nobody saw the trust anchor, any root will do.
 */
export function neededChain(evidence: Evidence, certificate = endEntityOf(evidence)): NeededChain | undefined {
	const all = candidatesFor(evidence);
	const seen = anchorCertificates(evidence);
	const anchors = seen.length > 0 ? seen : all.filter(({isSelfIssued}) => isSelfIssued);
	return certificate && chainTo(certificate, {all, anchors, evidence});
}

/** The chain to a root that lies on this machine, whatever the trust anchor is. */
export function chainToOwnRoot(evidence: Evidence, certificate = endEntityOf(evidence)): NeededChain | undefined {
	const all = candidatesFor(evidence);
	const anchors = all.filter(({isSelfIssued}) => isSelfIssued);
	return certificate && chainTo(certificate, {all, anchors, evidence});
}

function chainTo(
	certificate: Certificate,
	{
		all,
		anchors,
		evidence,
	}: {readonly all: readonly Certificate[]; readonly anchors: readonly Certificate[]; readonly evidence: Evidence},
): NeededChain | undefined {
	const {certificates} = findPath({
		certificate,
		chain: all.map(({der}) => der),
		anchors: anchors.map(({der}) => der),
		at: new Date(evidence.at),
	});
	const anchor = certificates.at(-1);
	if (certificates.length < 2 || anchor === undefined) {
		return undefined;
	}

	const needed = certificates.slice(1, -1);
	return {certificates: needed, file: fileOf(needed, evidence), anchor};
}

function fileOf(needed: readonly Certificate[], {files}: Evidence): string | undefined {
	const isWhole = (file: FileEvidence) => {
		const held = certificatesIn(file).map(({fingerprint}) => fingerprint);
		const isAlone = held.length === needed.length && file.content?.items.length === needed.length;
		return isAlone && file.access.isReadable && needed.every(({fingerprint}, index) => held[index] === fingerprint);
	};
	return needed.length === 0
		? undefined
		: [seenIn(files.intermediates), ...files.nearby].find(file => file && isWhole(file))?.path;
}

function candidatesFor({files}: Evidence): readonly Certificate[] {
	const seen = [seenIn(files.intermediates), seenIn(files.certificate), ...files.nearby];
	return [
		...seen.flatMap(file => (file ? certificatesIn(file) : [])),
		...files.issuers.flatMap(({certificate, root}) => [...readOne(certificate), ...readOne(root)]),
	];
}
