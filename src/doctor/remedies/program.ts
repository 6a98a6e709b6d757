import {shellWord} from '../../shell-word.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import type {Remedy, RemedyFor} from './remedy.ts';
import {configureRemedy} from './wanted-flags.ts';

/** Programs that cannot be run, or do not say what clients want to hear: this program can do what the helper does. */
export const program: readonly RemedyFor[] = [
	{
		rules: ['program-executable', 'program-may-be-executed'],
		remedy: (_finding, evidence) => executable(evidence) ?? byOurselves(evidence),
	},
	{
		rules: [
			'program-there',
			'program-format',
			'program-loader',
			'program-libc',
			'program-architecture',
			'program-glibc',
			'program-flags',
			'program-version',
			'program-output',
			'program-exit',
			'program-expiration',
			'process-json',
			'process-version',
			'process-complete',
			'process-exit',
			'process-expiration',
		],
		remedy: (_finding, evidence) => byOurselves(evidence),
	},
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
