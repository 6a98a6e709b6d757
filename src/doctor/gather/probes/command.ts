import type {CommandEvidence} from '../../evidence/command.ts';
import type {ConfigEvidence} from '../../evidence/config.ts';
import {absent, type Look, seen, unseen} from '../../evidence/look.ts';
import {findCommand} from '../find-command.ts';
import {parseWords} from '../parse-words.ts';
import {type Before, defineProbe} from '../probe.ts';
import {readProgram} from '../read-program.ts';
import type {Surroundings} from '../surroundings.ts';

/** What clients are told to run for credentials, and the program that is. Running it is a look of its own. */
export const commandProbe = defineProbe({
	part: 'command',
	needs: ['config', 'host'],
	async gather({config, host, cliProfile}: Before, surroundings: Surroundings): Promise<Look<CommandEvidence>> {
		const found = config && findCommand(cliProfile.name, config, surroundings);
		if (found === undefined) {
			return noCommand(config);
		}

		const [program = ''] = found.words;
		const parsed = parseWords(found.words);
		const variable = parsed.passphraseVariable;
		return seen({
			...found,
			order: parsed.order,
			unknownFlags: parsed.unknownFlags,
			...(variable !== undefined && surroundings.env[variable] === undefined && {missingVariables: [variable]}),
			program: await readProgram(program, parsed, host?.user, surroundings),
			run: unseen('nothing-to-look-at', 'The program was not run.'),
		});
	},
});

/** A file that could not be read may hold one. */
function noCommand(config: ConfigEvidence | undefined): Look<never> {
	const looks = config ? [config.config, config.credentials] : [];
	const dark = looks.find(look => look.state === 'unseen');
	return dark?.state === 'unseen' ? unseen(dark.why, dark.message, dark.code) : absent;
}
