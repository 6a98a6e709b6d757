import {createPublicKey} from 'node:crypto';
import {Certificate} from '../../pki/certificate/certificate.ts';
import {keyMatchesCertificate} from '../../pki/intake/load.ts';
import {chainOf} from '../../session/chain.ts';
import type {FileEvidence, FilesEvidence, ItemEvidence} from '../evidence/files.ts';
import {type Look, seenIn} from '../evidence/look.ts';

/** Whose way of reading files counts. */
export type Helper = 'own' | 'official';

/** What a helper sends of the files that it is given. */
export interface PresentedCertificates {
	/** Undefined when the file was not seen or holds none that the helper can read. */
	readonly certificate: Certificate | undefined;
	/** DER, in the order in which it is sent. */
	readonly chain: readonly Uint8Array[];
}

/**
 * The certificates that a helper sends. Ours takes the one that belongs to the key, wherever it stands, and sends what
 * links it to a root (CH-04, CH-08); the official one takes the first of the certificate file, and the file of
 * intermediates as it is (CH-07).
 */
export function presentedCertificates(files: FilesEvidence, helper: Helper): PresentedCertificates {
	const [first = {certificate: undefined, chain: []}] = presentableCertificates(files, helper);
	return first;
}

/** All that a helper may send: where the key is not known, ours may take each certificate of its file. Never empty. */
export function presentableCertificates(files: FilesEvidence, helper: Helper): readonly PresentedCertificates[] {
	return helper === 'own' ? presentableByOwn(files) : [presentedByOfficial(files)];
}

/** The public half of the private key as far as it is known: DER of its SubjectPublicKeyInfo. */
export function publicKeyOf({privateKey}: Pick<FilesEvidence, 'privateKey'>): Uint8Array | undefined {
	const [spki] = itemsIn(privateKey).flatMap(({key}) => key?.publicKey ?? []);
	return spki === undefined ? undefined : Buffer.from(spki, 'base64');
}

/** True when the certificate certifies this public key; undefined when the key is not known. */
export function isKeyOf(certificate: Certificate, spki: Uint8Array | undefined): boolean | undefined {
	if (spki === undefined) {
		return undefined;
	}

	if (Buffer.compare(certificate.publicKey.der, spki) === 0) {
		return true;
	}

	try {
		return keyMatchesCertificate(createPublicKey({key: Buffer.from(spki), format: 'der', type: 'spki'}), certificate);
	} catch {
		return false;
	}
}

function presentableByOwn(files: FilesEvidence): readonly PresentedCertificates[] {
	const certificates = readAll(itemsIn(files.certificate));
	const spki = publicKeyOf(files);
	const certified = certificates.find(candidate => isKeyOf(candidate, spki)) ?? certificates[0];
	const candidates = [...certificates, ...readAll(itemsIn(files.intermediates))];
	const withChain = (certificate: Certificate) => ({
		certificate,
		chain: chainOf(certificate, candidates).map(({der}) => der),
	});
	if (certified === undefined) {
		return [{certificate: undefined, chain: []}];
	}

	return spki === undefined ? certificates.map(withChain) : [withChain(certified)];
}

/** It reads PEM alone. */
function presentedByOfficial(files: FilesEvidence): PresentedCertificates {
	const [certificate] = readAll(itemsIn(files.certificate).filter(({label}) => label === 'CERTIFICATE'));
	const intermediates = itemsIn(files.intermediates).filter(({label}) => label === 'CERTIFICATE');
	return {certificate, chain: intermediates.flatMap(item => derOf(item) ?? [])};
}

function readAll(items: readonly ItemEvidence[]): readonly Certificate[] {
	return items.flatMap(item => {
		const der = item.kind === 'certificate' ? derOf(item) : undefined;
		const read = der && Certificate.read(der);
		return read?.ok ? [read.value] : [];
	});
}

/** What stands in a file in a way that every reader takes. */
function itemsIn(file: Look<FileEvidence>): readonly ItemEvidence[] {
	return (seenIn(file)?.content?.items ?? []).filter(({isPlain}) => isPlain);
}

function derOf({der}: ItemEvidence): Uint8Array | undefined {
	return der === undefined ? undefined : Buffer.from(der, 'base64');
}
