import {printable} from '../../printable.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {programOf} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-architecture',
	severity: 'error',
	title: 'The program is made for the processor of this machine.',
	why: 'Of the official helper there is one for x86-64 and one for aarch64; the other one cannot be executed.',
	fix: 'Download the one for this machine: uname -m names its processor.',
	source: credentialHelper(['DOC-02']),
	examples: {
		fails: '{"host": {"architecture": "arm64"}, "command": {"program": {"architecture": "x64"}}}',
		passes: '{"host": {"architecture": "x64"}, "command": {"program": {"architecture": "x64"}}}',
	},
	// macOS and Windows run programs for x86-64 on other processors, too.
	appliesTo: subject => subject.host.platform === 'linux' && programOf(subject)?.format === 'elf',
	check(subject) {
		const program = programOf(subject);
		const here = subject.host.architecture;
		const there = program?.architecture;
		const isFit = there === undefined || there === here || (there === 'ia32' && here === 'x64');
		return isFit || !program
			? []
			: [{at: 'program', message: `${printable(program.path)} is made for ${there}, and this machine is ${here}.`}];
	},
});
