import {contentEvidence} from '../../src/doctor/evidence/content.ts';
import type {FileEvidence, FilesEvidence} from '../../src/doctor/evidence/files.ts';
import {absent, type Look, seen} from '../../src/doctor/evidence/look.ts';
import {takeIn} from '../../src/pki/intake/intake.ts';
import {issueForTest} from './certificates.ts';

/** A file as it is seen whose content is this text. */
export function fileOf(path: string, text: string | Buffer): Look<FileEvidence> {
	const content = contentEvidence(takeIn(Buffer.from(text)));
	return seen({path, mode: 0o600, access: {isReadable: true}, content});
}

/** A certificate and its key, as a command would name them. */
export async function filesOf(): Promise<FilesEvidence> {
	const {pem, privateKey} = await issueForTest();
	return {
		certificate: fileOf('/etc/pki/certificate.pem', pem),
		privateKey: fileOf('/etc/pki/private-key.pem', privateKey.export({type: 'pkcs8', format: 'pem'})),
		intermediates: absent,
		passphraseFile: absent,
		nearby: [],
		issuers: [],
	};
}
