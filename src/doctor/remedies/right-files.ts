import type {Certificate} from '../../pki/certificate/certificate.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence} from '../evidence/files.ts';
import {seenIn} from '../evidence/look.ts';
import type {MeantCommand} from './meant-command.ts';
import {certificatesIn, publicKeyOf} from './seen-certificates.ts';

/** Files of a certificate and of the key that it is for. */
export interface FilePair {
	readonly certificate: string;
	readonly privateKey: string;
}

/** The files that are named, or others beside them, of which one holds a certificate and the other its key. */
export function rightPair({files, at}: Evidence): FilePair | undefined {
	const [certificate, key] = [seenIn(files.certificate), seenIn(files.privateKey)];
	const moment = new Date(at);
	const certificates = present([certificate, key, ...files.nearby]).filter(file =>
		certificatesIn(file).some(one => isForHost(one, moment)),
	);
	const keys = present([key, certificate, ...files.nearby]);
	for (const candidate of certificates) {
		const certified = certificatesIn(candidate)
			.filter(one => isForHost(one, moment))
			.map(publicKeyOf);
		const own = keys.find(file => keysIn(file).some(one => certified.includes(one)));
		if (own) {
			return {certificate: candidate.path, privateKey: own.path};
		}
	}

	return undefined;
}

/** As {@link rightPair}; where no two are known to belong together, those that are named, or that were looked at in their place. */
export function likelyPair(evidence: Evidence, order: MeantCommand['order']): Partial<FilePair> {
	const named = {
		certificate: seenIn(evidence.files.certificate)?.path ?? order.certificate,
		privateKey: seenIn(evidence.files.privateKey)?.path ?? order.privateKey,
	};
	return (
		rightPair(evidence) ?? {
			...(named.certificate !== undefined && {certificate: named.certificate}),
			...(named.privateKey !== undefined && {privateKey: named.privateKey}),
		}
	);
}

/** True when a key was seen that nobody could open: it may belong to the certificate. */
export function isKeyClosed({files}: Evidence): boolean {
	const items = seenIn(files.privateKey)?.content?.items ?? [];
	return items.some(({key}) => key?.state === 'closed' && key.publicKey === undefined);
}

function present(all: readonly (FileEvidence | undefined)[]): readonly FileEvidence[] {
	return all.flatMap(file => file ?? []);
}

function keysIn({content}: FileEvidence): readonly string[] {
	return (content?.items ?? []).flatMap(({key}) => key?.publicKey ?? []);
}

function isForHost({basicConstraints, validity}: Certificate, moment: Date): boolean {
	const isIssuer = basicConstraints.state === 'present' && basicConstraints.value.isCa;
	return !isIssuer && validity.notBefore <= moment && moment <= validity.notAfter;
}
