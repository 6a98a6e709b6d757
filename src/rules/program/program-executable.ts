import {printable} from '../../printable.ts';
import {externalProcess} from '../config-file/sources.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {programOf} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-executable',
	severity: 'error',
	title: 'The user who asks for credentials may execute the program.',
	why: 'A download has no execute bit until it is given one, and the AWS CLI then says "[Errno 13] Permission denied".',
	fix: 'Let everyone execute it: chmod 755 FILE',
	source: externalProcess(['DOC-02']),
	examples: {
		fails: '{"command": {"program": {"mayBeExecuted": false}}}',
		passes: '{"command": {"program": {"mayBeExecuted": true}}}',
	},
	appliesTo: subject => programOf(subject) !== undefined,
	check(subject) {
		const program = programOf(subject);
		const {user} = subject.host;
		const who = user && !user.isSelf ? `User ${printable(user.name ?? String(user.uid))}` : 'This user';
		return program?.mayBeExecuted === false
			? [{at: 'program', message: `${who} may not execute ${printable(program.path)}.`}]
			: [];
	},
});
