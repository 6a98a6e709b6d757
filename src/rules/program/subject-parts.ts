import type {ProgramEvidence} from '../../doctor/evidence/command.ts';
import {type HelperFlag, OFFICIAL_FLAGS, OWN_FLAGS} from '../helper-flags.ts';
import type {ProgramSubject} from '../program-subject.ts';

/** The program, if it was seen. */
export function programOf({command: {program}}: ProgramSubject): ProgramEvidence | undefined {
	return program.state === 'seen' ? program.value : undefined;
}

/** True for the first word as the official helper is called. */
export function isOfficial({command: {words}}: ProgramSubject): boolean {
	return /(?:^|[/\\])aws_signing_helper(?:\.exe)?$/.test(words[0] ?? '');
}

/** A command whose flags are known, taken apart. */
export interface KnownCommand {
	readonly maker: 'own' | 'official-helper';
	/** Such as `credential-process`; empty when no word stands behind the program. */
	readonly verb: string;
	/** What follows the verb. */
	readonly rest: readonly string[];
	readonly flags: ReadonlyMap<string, HelperFlag>;
}

/** Our own command or that of the official helper; undefined for any other program. */
export function knownCommand(subject: ProgramSubject): KnownCommand | undefined {
	const {words} = subject.command;
	const [program = '', second = ''] = words;
	if (isOfficial(subject)) {
		return {maker: 'official-helper', verb: second, rest: words.slice(2), flags: OFFICIAL_FLAGS};
	}

	if (/(?:^|[/\\])anchorsmith(?:\.cmd)?$/.test(program)) {
		return {maker: 'own', verb: second, rest: words.slice(2), flags: OWN_FLAGS};
	}

	const runsEntry = /(?:^|[/\\])node(?:js)?(?:\.exe)?$/.test(program) && programOf(subject)?.maker === 'own';
	return runsEntry ? {maker: 'own', verb: words[2] ?? '', rest: words.slice(3), flags: OWN_FLAGS} : undefined;
}
