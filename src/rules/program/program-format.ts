import type {ProgramEvidence} from '../../doctor/evidence/command.ts';
import {printable} from '../../printable.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {programOf} from './subject-parts.ts';

const WRONG: Readonly<Partial<Record<ProgramEvidence['format'], string>>> = {
	xml: 'is a web page or an error in XML, not a program: the download failed',
	empty: 'is empty: the download failed',
	unknown: 'is neither an executable nor a script that says what runs it',
};

/** What each system runs, as Node names systems. */
const FORMATS: Readonly<Record<string, ProgramEvidence['format']>> = {linux: 'elf', darwin: 'mach-o', win32: 'pe'};

const SYSTEMS: Readonly<Partial<Record<ProgramEvidence['format'], string>>> = {
	elf: 'Linux',
	'mach-o': 'macOS',
	pe: 'Windows',
};

export default defineRule<ProgramSubject>({
	id: 'program-format',
	severity: 'error',
	title: 'The program is one that this system can run.',
	why: 'A wrong download address answers with a page in XML, which is then saved as the program.',
	fix: 'Download it again with curl -fsSL, which fails on such answers, for the right system, and check its SHA-256.',
	source: credentialHelper(['DOC-02']),
	examples: {
		fails: '{"command": {"program": {"format": "xml"}}}',
		passes: '{"command": {"program": {"format": "elf"}}}',
	},
	appliesTo: subject => {
		const program = programOf(subject);
		return program !== undefined && program.isClosed !== true;
	},
	check(subject) {
		const program = programOf(subject);
		if (!program) {
			return [];
		}

		const {format, path} = program;
		const wrong = WRONG[format];
		if (wrong !== undefined) {
			return [{at: 'program', message: `${printable(path)} ${wrong}.`}];
		}

		const own = FORMATS[subject.host.platform];
		const other = SYSTEMS[format];
		return own !== undefined && other !== undefined && format !== own
			? [{at: 'program', message: `${printable(path)} is a program for ${other}.`}]
			: [];
	},
});
