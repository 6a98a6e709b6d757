import path from 'node:path';
import {readFolderIfThere} from '../files/read.ts';
import {Journal} from './journal.ts';

/** The file of a set-up's journal, below the folder of all set-ups of a home. */
export const JOURNAL_FILE = 'journal.jsonl';

/**
 * The set-ups of a home that use something at AWS, as what stands in their journals says: roles and CLI profiles
 * name the trust anchor that they were made for.
 *
 * @param arn - Of what may be in use.
 * @param setups - The folder in which each set-up has a folder of its own.
 * @param except - The set-up that asks.
 * @throws {ExpectedError} `FILE_UNREADABLE`.
 */
export async function setupsThatUse(
	arn: string,
	{setups, except, now}: {readonly setups: string; readonly except: string; readonly now: () => Date},
): Promise<readonly string[]> {
	const users: string[] = [];
	for (const name of await readFolderIfThere(setups)) {
		const {standing} = await Journal.read(path.join(setups, name, JOURNAL_FILE), now);
		if (name !== except && standing.some(({after}) => Object.values(after).some(fact => fact.includes(arn)))) {
			users.push(name);
		}
	}

	return users;
}
