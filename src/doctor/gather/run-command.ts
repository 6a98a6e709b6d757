import type {ProgramRun} from '../evidence/command.ts';
import {type Look, unseen} from '../evidence/look.ts';
import {readConfigTexts} from './config-texts.ts';
import {findCommand} from './find-command.ts';
import type {Before} from './probe.ts';
import {runProgram} from './probes/program-run.ts';
import type {Surroundings} from './surroundings.ts';

/** Runs the command as clients do, with the secrets that its words may hold. */
export async function runCommand(
	{cliProfile, command, host}: Before,
	surroundings: Surroundings,
): Promise<Look<ProgramRun>> {
	if (host?.user?.isSelf === false) {
		return unseen('not-possible', 'It was not run: only that user could run it as it would be run.');
	}

	if (command?.state !== 'seen' || command.value.program.state !== 'seen') {
		return unseen('nothing-to-look-at', 'There is no program to run.');
	}

	const found = findCommand(cliProfile.name, await readConfigTexts(surroundings), surroundings);
	return runProgram(found?.words ?? [], surroundings);
}
