import type {RunnableCommand} from '../cli/command.ts';
import {commandHelp} from '../cli/help.ts';

/** docs/commands.md: the help of every verb, as the program prints it. */
export function commandReference(commands: readonly RunnableCommand[]): string {
	return [
		'# Commands',
		'',
		'Written by `npm run docs` from the program itself; do not edit by hand.',
		'',
		'Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 findings or a',
		'refusal that was asked about, 2 refused or wrong usage, 70 a defect of ours, 130 interrupted, 143 terminated.',
		'',
		...commands.map(({name}) => `- [${name}](#${name.replace(' ', '-')})`),
		...commands.flatMap(command => ['', `## ${command.name}`, '', '```text', commandHelp(command).trimEnd(), '```']),
		'',
	].join('\n');
}
