import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {createFile, createFolder} from '../files/create.ts';
import {digestOf} from '../files/digest.ts';
import {ok, problem, type Result} from '../result.ts';
import {type PlaceSurroundings, rehearsalBase, within} from '../setup/place.ts';
import {pasted as texts} from './texts/en.ts';

/**
 * Keeps pasted certificates as a file among the state, named after what it holds, so that the answer is a path like
 * any other. Private keys are refused: they should not travel through clipboards.
 *
 * @returns The file, absolute; or why the text is not taken.
 * @throws {ExpectedError} `HOME_MISSING`, `FILE_UNWRITABLE`, `DISK_FULL`.
 */
export async function keepPasted(
	text: string,
	{stepId, isRehearsal}: {readonly stepId: string; readonly isRehearsal: boolean},
	surroundings: PlaceSurroundings,
): Promise<Result<string, string>> {
	if (text.includes('PRIVATE KEY-----')) {
		return problem(texts.key);
	}

	const pem = `${text.replace(/\r\n?/g, '\n').trim()}\n`;
	if (!/-----END [A-Z0-9 ]+-----\n$/.test(pem)) {
		return problem(texts.cutShort);
	}

	const base = isRehearsal ? rehearsalBase(surroundings) : surroundings.stateDirectory();
	const folder = path.join(base, 'pasted');
	const file = path.join(folder, `${stepId}-${digestOf(pem).slice('sha256:'.length, 'sha256:'.length + 16)}.pem`);
	await createFolder(folder, within(folder, surroundings));
	try {
		await createFile(file, pem, {mode: 0o600});
	} catch (error) {
		if (!(error instanceof ExpectedError && error.code === 'FILE_EXISTS')) {
			throw error;
		}
	}

	return ok(file);
}
