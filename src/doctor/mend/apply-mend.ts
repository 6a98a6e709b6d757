import {ExpectedError} from '../../errors.ts';
import type {Mend} from './mend.ts';
import type {MendMeans} from './mend-means.ts';

/**
 * Does a mend: all of it or nothing.
 *
 * @returns what was done and how to undo it, one sentence or command a line, fit to be shown
 * @throws {ExpectedError} when it cannot be done, or what it is about has changed meanwhile.
 */
export async function applyMend(mend: Mend, _means: MendMeans): Promise<readonly string[]> {
	throw new ExpectedError('USAGE', `This cannot be mended here: ${mend.kind}.`, {next: ['Type the commands.']});
}
