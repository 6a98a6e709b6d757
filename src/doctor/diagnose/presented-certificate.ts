import {Certificate} from '../../pki/certificate/certificate.ts';
import type {FilesEvidence} from '../evidence/files.ts';
import {seenIn} from '../evidence/look.ts';

/** The first certificate in the file that the command names; undefined when there is none that can be read. */
export function presentedCertificate({certificate}: Pick<FilesEvidence, 'certificate'>): Certificate | undefined {
	const items = seenIn(certificate)?.content?.items ?? [];
	const der = items.find(({kind}) => kind === 'certificate')?.der;
	const read = der === undefined ? undefined : Certificate.read(Uint8Array.from(Buffer.from(der, 'base64')));
	return read?.ok ? read.value : undefined;
}
