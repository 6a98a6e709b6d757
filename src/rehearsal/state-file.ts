import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {readFileIfThere} from '../files/read.ts';
import {replaceFile} from '../files/replace.ts';
import {printable} from '../printable.ts';
import {type RehearsalState, rehearsalState} from './state.ts';

/** The file in a state folder that holds the account. */
export function stateFileIn(stateDirectory: string): string {
	return path.join(stateDirectory, 'state.json');
}

/**
 * The account that a state folder holds; undefined when it holds none yet.
 *
 * @throws {ExpectedError} `REHEARSAL_STATE_UNREADABLE` when it is not as this program writes it; `FILE_UNREADABLE`.
 */
export async function readState(stateDirectory: string): Promise<RehearsalState | undefined> {
	const file = stateFileIn(stateDirectory);
	const bytes = await readFileIfThere(file);
	if (bytes === undefined) {
		return undefined;
	}

	const read = rehearsalState(parseJson(bytes), '');
	if (!read.ok) {
		throw new ExpectedError(
			'REHEARSAL_STATE_UNREADABLE',
			`${printable(file)} is not the state of a rehearsal: ${printable(read.problem[0] ?? '')}.`,
			{next: [`Move it away to start with an empty account: mv ${printable(file)} ${printable(file)}.old`]},
		);
	}

	return read.value;
}

/**
 * Keeps an account in a state folder, in one step. The file holds secrets and is readable by its owner alone.
 *
 * @throws {ExpectedError} `FILE_UNWRITABLE`, `FILE_MISSING`, `DISK_FULL`.
 */
export async function writeState(stateDirectory: string, state: RehearsalState, now: Date): Promise<void> {
	await replaceFile(stateFileIn(stateDirectory), `${JSON.stringify(state, undefined, '\t')}\n`, {mode: 0o600, now});
}

function parseJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
	} catch {
		return undefined;
	}
}
