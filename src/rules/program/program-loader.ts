import {printable} from '../../printable.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {programOf} from './subject-parts.ts';

const NODE_FIX = 'Install Node where PATH leads to it, or name it with its whole path in the credential_process.';

export default defineRule<ProgramSubject>({
	id: 'program-loader',
	severity: 'error',
	title: 'What loads or interprets the program is there.',
	why: 'The official helper wants glibc: on Alpine the shell says "not found", although the file is there.',
	fix: 'Use an image with glibc (Debian, Ubuntu, Amazon Linux 2023), or anchorsmith itself as the helper, which needs only Node.',
	source: credentialHelper(['DOC-01']),
	examples: {
		fails:
			'{"host": {"libc": "musl"}, "command": {"program": {"loader": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "/lib64/ld-linux-x86-64.so.2 is not there."}}}}',
		passes: '{"command": {"program": {"loader": {"state": "seen", "value": "/lib64/ld-linux-x86-64.so.2"}}}}',
	},
	appliesTo: subject => programOf(subject)?.loader !== undefined,
	check(subject) {
		const program = programOf(subject);
		if (program?.loader?.state !== 'unseen') {
			return [];
		}

		const isScript = program.format === 'script';
		const library = !isScript && subject.host.libc === 'musl' ? ' This system has musl, not glibc.' : '';
		const what = isScript ? 'is a script whose interpreter is missing' : 'wants a loader that is missing';
		return [
			{
				at: 'program',
				message: `${printable(program.path)} ${what}: ${printable(program.loader.message)}${library}`,
				...(isScript && {fix: NODE_FIX}),
			},
		];
	},
});
