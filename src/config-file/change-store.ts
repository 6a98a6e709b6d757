import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {createFolder} from '../files/create.ts';
import {digestOf} from '../files/digest.ts';
import {withLock} from '../files/lock.ts';
import {readBytes, readFileIfThere, readTextFile} from '../files/read.ts';
import {removeFile} from '../files/remove.ts';
import {replaceFile} from '../files/replace.ts';
import {printable} from '../printable.ts';
import {type ConfigChange, parseConfigChange} from './change.ts';

/** Which changes are meant: those to one CLI profile in one config file. */
export interface ChangeKey {
	readonly stateDirectory: string;
	readonly configFile: string;
	readonly cliProfile: string;
}

/**
 * The changes that `configure` recorded, oldest first; undo takes them back in the other order.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE` when the record is damaged.
 */
export async function readChanges(key: ChangeKey): Promise<readonly ConfigChange[]> {
	const file = storeFile(key);
	if ((await readFileIfThere(file)) === undefined) {
		return [];
	}

	const text = await readTextFile(file);
	const changes = parseList(text).map(parseConfigChange);
	const known = changes.flatMap(change => (change.ok ? [change.value] : []));
	if (known.length === 0 || known.length < changes.length) {
		throw damaged(file);
	}

	return known;
}

/**
 * Adds a change, before it is made; the same one is not added twice in a row.
 *
 * @throws {ExpectedError} as `replaceFile` and `withLock`.
 */
export async function recordChange(key: ChangeKey, change: ConfigChange, now: Date): Promise<void> {
	const file = storeFile(key);
	await createFolder(path.dirname(file));
	await withLock(file, async () => {
		const before = await readChanges(key);
		const last = before.at(-1)?.block;
		if (last?.before !== change.block.before || last.after !== change.block.after) {
			await replaceFile(file, `${JSON.stringify([...before, change], undefined, '\t')}\n`, {now});
		}
	});
}

/** Forgets the changes, once they are undone. */
export async function forgetChanges(key: ChangeKey): Promise<void> {
	const file = storeFile(key);
	await removeFile(file, {basedOn: digestOf(await readBytes(file))});
}

/** One file for each CLI profile of each config file; letters differing in case only are told apart anywhere. */
function storeFile({stateDirectory, configFile, cliProfile}: ChangeKey): string {
	const mark = digestOf(`${configFile}\0${cliProfile}`).slice('sha256:'.length, 'sha256:'.length + 12);
	return path.join(stateDirectory, 'configure', `${cliProfile}-${mark}.json`);
}

function parseList(text: string): readonly unknown[] {
	try {
		const list: unknown = JSON.parse(text);
		return Array.isArray(list) ? list : [];
	} catch {
		return [];
	}
}

function damaged(file: string): ExpectedError {
	return new ExpectedError('FILE_UNREADABLE', `${printable(file)} is damaged, so it cannot say what to undo.`, {
		next: ['Edit the config file by hand; its backups stand beside it as config.bak-…'],
	});
}
