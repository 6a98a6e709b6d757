import type {Evidence} from '../evidence/evidence.ts';
import type {FileEvidence, ItemEvidence} from '../evidence/files.ts';
import {type Look, seenIn} from '../evidence/look.ts';
import type {MeantCommand} from './meant-command.ts';
import {certificatesIn, publicKeyOf} from './seen-certificates.ts';

/** The file of the certificate: the one that is named if it holds one, else one nearby that belongs to the key. */
export function certificateFileFor(evidence: Evidence, {certificate}: MeantCommand['order']): string | undefined {
	const {files} = evidence;
	const named = seenIn(files.certificate);
	if (named && certificatesIn(named).length > 0) {
		return named.path;
	}

	const keys = keysOf(evidence);
	const others = [seenIn(files.privateKey), ...files.nearby];
	const fitting = others.find(file => file && certificatesIn(file).some(found => keys.includes(publicKeyOf(found))));
	return fitting?.path ?? certificate ?? seenIn(files.certificate)?.path;
}

/** The file of the private key: the one that is named if it holds one, else one nearby that belongs to the certificate. */
export function keyFileFor(evidence: Evidence, {privateKey}: MeantCommand['order']): string | undefined {
	const {files} = evidence;
	const named = seenIn(files.privateKey);
	const certified = [seenIn(files.certificate), ...files.nearby]
		.flatMap(file => (file ? certificatesIn(file) : []))
		.map(publicKeyOf);
	const fits = (file: FileEvidence | undefined) =>
		file !== undefined &&
		keyItems(file).some(({key}) => key?.publicKey !== undefined && certified.includes(key.publicKey));
	if (named && (fits(named) || (keyItems(named).length > 0 && !hasReadableKey(named)))) {
		return named.path;
	}

	const fitting = [seenIn(files.certificate), ...files.nearby].find(fits);
	return fitting?.path ?? named?.path ?? privateKey;
}

/** Public keys of every private key that was seen: DER in base64. */
export function keysOf({files}: Evidence): readonly string[] {
	const all: readonly (FileEvidence | undefined)[] = [
		seenIn(files.privateKey),
		seenIn(files.certificate),
		...files.nearby,
	];
	return all.flatMap(file => (file ? keyItems(file).flatMap(({key}) => key?.publicKey ?? []) : []));
}

/** True when the look shows something that can be read. */
export function isThere(look: Look<FileEvidence>): boolean {
	return look.state === 'seen';
}

function keyItems({content}: FileEvidence): readonly ItemEvidence[] {
	return (content?.items ?? []).filter(({key}) => key !== undefined);
}

function hasReadableKey(file: FileEvidence): boolean {
	return keyItems(file).some(({key}) => key?.publicKey !== undefined);
}
