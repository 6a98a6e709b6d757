import type {ProgramSubject} from '../program-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {knownCommand} from './subject-parts.ts';

const VERBS = {own: 'credentials', 'official-helper': 'credential-process'} as const;

export default defineRule<ProgramSubject>({
	id: 'program-verb',
	severity: 'error',
	title: 'The program is told to print credentials: credential-process, or credentials of anchorsmith.',
	why: 'serve and update stay in the foreground and print no JSON, so that clients wait for ever; without a word there is only help.',
	fix: 'Write aws_signing_helper credential-process, or anchorsmith credentials, and the flags behind it.',
	source: credentialHelper(['CFG-50', 'HLP-01']),
	examples: {
		fails: '{"command": {"words": ["/opt/aws_signing_helper", "serve", "--certificate", "/c.pem"]}}',
		passes: '{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem"]}}',
	},
	appliesTo: subject => knownCommand(subject) !== undefined,
	check(subject) {
		const known = knownCommand(subject);
		return known && known.verb !== VERBS[known.maker]
			? [{at: 'words', message: `Behind the program stands ${quoted(known.verb)}, not ${VERBS[known.maker]}.`}]
			: [];
	},
});
