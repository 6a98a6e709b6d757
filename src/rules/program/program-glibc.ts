import {printable} from '../../printable.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {isBefore} from '../version-order.ts';
import {credentialHelper} from './sources.ts';
import {programOf} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-glibc',
	severity: 'error',
	title: 'The glibc of this system is as new as the program asks for.',
	why: 'Linux builds of the official helper are made on Amazon Linux 2023; on older systems they say "version \'GLIBC_2.34\' not found".',
	fix: 'Use a newer system or image (Debian 12, Ubuntu 22.04, Amazon Linux 2023), or anchorsmith itself as the helper.',
	source: credentialHelper(['DOC-01']),
	examples: {
		fails: '{"host": {"libc": "glibc 2.26"}, "command": {"program": {"glibc": "2.34"}}}',
		passes: '{"host": {"libc": "glibc 2.36"}, "command": {"program": {"glibc": "2.34"}}}',
	},
	appliesTo: subject => subject.host.libc?.startsWith('glibc ') === true && programOf(subject)?.glibc !== undefined,
	check(subject) {
		const program = programOf(subject);
		const here = subject.host.libc?.slice('glibc '.length) ?? '';
		return program?.glibc !== undefined && isBefore(here, program.glibc)
			? [
					{
						at: 'program',
						message: `${printable(program.path)} asks for glibc ${program.glibc}, and this system has ${here}.`,
					},
				]
			: [];
	},
});
