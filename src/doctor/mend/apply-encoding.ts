import {digestOf} from '../../files/digest.ts';
import {withLock} from '../../files/lock.ts';
import {readBytes} from '../../files/read.ts';
import {replaceFile} from '../../files/replace.ts';
import {printable} from '../../printable.ts';
import type {MendMeans} from './mend-means.ts';
import {restoreCommand} from './restore-command.ts';

/**
 * Writes a text file anew as UTF-8, keeping a backup: UTF-16 is told by its first bytes, all else is taken for Windows-1252,
 * of which every byte is a character.
 *
 * @throws {ExpectedError} `FILE_MISSING`, `FILE_UNREADABLE`, and what replacing a file throws.
 */
export async function applyEncoding(path: string, {now}: Pick<MendMeans, 'now'>): Promise<readonly string[]> {
	const replaced = await withLock(path, async () => {
		const bytes = await readBytes(path);
		const encoding = encodingOf(bytes);
		return encoding === undefined
			? undefined
			: replaceFile(path, new TextDecoder(encoding).decode(bytes), {
					basedOn: digestOf(bytes),
					backup: true,
					now: now(),
				});
	});
	return replaced === undefined
		? [`${printable(path)} is UTF-8 already; nothing was changed.`]
		: [
				`Wrote ${printable(replaced.path)} anew as UTF-8.`,
				...(replaced.backup === undefined ? [] : [`Undo it: ${restoreCommand(replaced.backup, replaced.path)}`]),
			];
}

function encodingOf(bytes: Uint8Array): string | undefined {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		return first === 0xff ? 'utf-16le' : 'utf-16be';
	}

	try {
		new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		return undefined;
	} catch {
		return second === 0 ? 'utf-16le' : first === 0 ? 'utf-16be' : 'windows-1252';
	}
}
