import type {FileEvidence} from '../../doctor/evidence/files.ts';
import type {Look} from '../../doctor/evidence/look.ts';
import {printable} from '../../printable.ts';
import type {HostSubject} from '../host-subject.ts';

/** A file that a word of the command names. */
export interface NamedFile {
	readonly flag: string;
	/** As it stands in the words. */
	readonly word: string;
	readonly look: Look<Omit<FileEvidence, 'content'>>;
}

/** The files that the command names. */
export function namedFiles({command, files}: HostSubject): readonly NamedFile[] {
	const {certificate, privateKey, intermediates, passphraseFile} = command.state === 'seen' ? command.value.order : {};
	return [
		{flag: '--certificate', word: certificate, look: files.certificate},
		{flag: '--private-key', word: privateKey, look: files.privateKey},
		{flag: '--intermediates', word: intermediates, look: files.intermediates},
		{flag: '--passphrase-file', word: passphraseFile, look: files.passphraseFile},
	].flatMap(({word, ...rest}) => (word === undefined ? [] : [{...rest, word}]));
}

/** The user as whom files are read, in words. */
export function userInWords({host: {user}}: Pick<HostSubject, 'host'>): string {
	const name = user?.name ?? (user && String(user.uid));
	return name === undefined ? 'This user' : `User ${printable(name)}`;
}

/** What hides files from services, where one runs; a sentence to add to what else helps, or nothing. */
export function hiddenFromServices({host: {surroundings}}: Pick<HostSubject, 'host'>, file: string): string {
	return surroundings.includes('systemd') && /^\/(?:home|root|run\/user|tmp|var\/tmp)\//.test(file)
		? ' ProtectHome= and PrivateTmp= of a systemd unit hide such folders.'
		: '';
}
