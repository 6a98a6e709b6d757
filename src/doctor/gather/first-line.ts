import {ExpectedError} from '../../errors.ts';
import {systemCode} from '../../files/problem.ts';
import {readWhole} from './read-whole.ts';

/** The first line of a file, as helpers read passphrases; undefined when it cannot be read. */
export async function firstLineOf(file: string): Promise<string | undefined> {
	try {
		const {bytes} = await readWhole(file, 65_536);
		return Buffer.from(bytes)
			.toString('utf8')
			.replace(/^\uFEFF/, '')
			.split(/\r?\n/, 1)[0];
	} catch (error) {
		if (error instanceof ExpectedError || systemCode(error) !== undefined) {
			return undefined;
		}

		throw error;
	}
}
