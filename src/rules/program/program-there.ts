import {printable} from '../../printable.ts';
import {externalProcess} from '../config-file/sources.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {programOf} from './subject-parts.ts';

/** Names of the system's errors for a path that leads to no file. */
const NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

export default defineRule<ProgramSubject>({
	id: 'program-there',
	severity: 'error',
	title: 'The program of a credential process is where its line says.',
	why: 'The AWS CLI then says "[Errno 2] No such file or directory"; other clients say only that there are no credentials.',
	fix: 'Write the absolute path of a program that is there; configure does: anchorsmith configure --cli-profile NAME --replace',
	source: externalProcess(['CFG-40', 'CFG-45']),
	examples: {
		fails: '{"command": {"words": ["~/bin/aws_signing_helper"], "program": {"state": "absent"}}}',
		passes: '{"command": {"words": ["/opt/bin/aws_signing_helper"]}}',
	},
	appliesTo: ({command: {program}}) => program.state !== 'unseen' || NOWHERE.has(program.code ?? ''),
	check(subject) {
		const {
			command: {program, words},
		} = subject;
		const [first = ''] = words;
		if (program.state !== 'seen') {
			const where = /[/\\]/.test(first) ? 'There is no program' : 'PATH leads to no program';
			const tilde = first.startsWith('~') ? '; without a shell, ~ is no home folder' : '';
			return [{at: 'program', message: `${where} ${quoted(first)}${tilde}.`}];
		}

		const entry = programOf(subject)?.entry;
		return entry?.state === 'unseen' && NOWHERE.has(entry.code ?? '')
			? [
					{
						at: 'program',
						message: `${printable(first)} is told to run ${quoted(words[1] ?? '')}, which is not there any more.`,
					},
				]
			: [];
	},
});
