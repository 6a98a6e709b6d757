import {ExpectedError} from '../../errors.ts';
import type {OpenAccess} from '../../setup/open-access.ts';

/**
 * Does work with a rehearsal that another process may serve: whatever goes wrong after that process has ended goes
 * wrong because of that.
 *
 * @throws {ExpectedError} `ENDPOINT_UNREACHABLE` then; else what the work throws.
 */
export async function whileServed<Value>(
	{hasEnded}: Pick<OpenAccess, 'hasEnded'>,
	work: () => Promise<Value>,
): Promise<Value> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ExpectedError && (await hasEnded?.())) {
			throw new ExpectedError(
				'ENDPOINT_UNREACHABLE',
				'The rehearsal in this folder was served by another run of anchorsmith, and that has ended.',
				{next: ['Run this again: it then serves the rehearsal itself'], cause: error},
			);
		}

		throw error;
	}
}
