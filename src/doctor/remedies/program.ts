import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {withoutShadow} from './arns.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {commandWith, configureRemedy, wantedFlags} from './wanted-flags.ts';

/** Programs that cannot be run, or do not say what clients want to hear: this program can do what the helper does. */
export const program: readonly RemedyFor[] = [
	{
		rules: ['program-executable'],
		remedy: (_finding, evidence) => executable(evidence) ?? byOurselves(evidence),
	},
	{
		rules: [
			'program-architecture',
			'program-flags',
			'program-flags-together',
			'program-format',
			'program-glibc',
			'program-loader',
			'program-node-version',
			'program-there',
			'program-verb',
			'program-version',
			'process-ends',
			'process-expiration',
			'process-json',
			'process-members',
			'process-starts',
			'process-version',
		],
		remedy: (_finding, evidence) => withoutShadow(evidence) ?? byOurselves(evidence),
	},
	{
		rules: ['program-output-clean'],
		remedy: (_finding, evidence) => configureRemedy('Write the command without the flag.', evidence),
	},
	{rules: ['program-lasting'], remedy: (_finding, evidence) => installed(evidence)},
];

function executable({command}: Evidence): Remedy | undefined {
	const look = seenIn(command)?.program;
	const seen = look && seenIn(look);
	const isProgram = seen !== undefined && ['elf', 'mach-o', 'pe', 'script'].includes(seen.format);
	return isProgram && !seen.mayBeExecuted
		? {
				what: 'Let the program be executed.',
				who: 'operator',
				commands: [`chmod a+x ${shellWord(seen.path)}`],
			}
		: undefined;
}

function byOurselves(evidence: Evidence): Remedy | undefined {
	return configureRemedy('Let this program get the credentials: it runs here.', evidence, {
		helper: 'own',
		helperProgram: undefined,
	});
}

function installed(evidence: Evidence): Remedy | undefined {
	const flags = wantedFlags(evidence, {helper: 'own', helperProgram: undefined});
	return (
		flags && {
			what: 'Install this program for good, and name it where it lies then.',
			who: 'operator',
			commands: ['npm install -g anchorsmith', commandWith(flags, evidence)],
		}
	);
}
