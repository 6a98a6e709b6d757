import {Certificate} from '../../pki/certificate/certificate.ts';
import {readPem} from '../../pki/intake/pem.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence} from '../evidence/files.ts';
import {seenIn} from '../evidence/look.ts';

/** Every certificate in a file that can be read, in its order. */
export function certificatesIn({content}: FileEvidence): readonly Certificate[] {
	return (content?.items ?? []).flatMap(({kind, der}) => (kind === 'certificate' ? readOne(der) : []));
}

/** A certificate from DER in base64; none when it cannot be read. */
export function readOne(der: string | undefined): readonly Certificate[] {
	const read = der === undefined ? undefined : Certificate.read(Uint8Array.from(Buffer.from(der, 'base64')));
	return read?.ok ? [read.value] : [];
}

/** SubjectPublicKeyInfo of a certificate: DER in base64. */
export function publicKeyOf({publicKey}: Certificate): string {
	return Buffer.from(publicKey.der).toString('base64');
}

/** The end-entity certificate in use: of those in its file the one that belongs to the key, else the first. */
export function endEntityOf({files}: Evidence): Certificate | undefined {
	const file = seenIn(files.certificate);
	const all = file ? certificatesIn(file) : [];
	const keys = (seenIn(files.privateKey)?.content?.items ?? []).flatMap(({key}) => key?.publicKey ?? []);
	return all.find(certificate => keys.includes(publicKeyOf(certificate))) ?? all[0];
}

/** The certificates of the trust anchor that is named, where the account was looked at. */
export function anchorCertificates({account}: Evidence): readonly Certificate[] {
	const pem = seenIn(account.trustAnchor)?.certificates;
	return pem === undefined ? [] : certificatesOfPem(pem);
}

/** Certificates from PEM; what cannot be read is left out. */
export function certificatesOfPem(pem: string): readonly Certificate[] {
	return readPem(pem).blocks.flatMap(({der}) => {
		const read = Certificate.read(der);
		return read.ok ? [read.value] : [];
	});
}
