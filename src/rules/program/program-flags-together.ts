import {EXCLUSIVE_FLAGS, flagsIn} from '../helper-flags.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {knownCommand} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-flags-together',
	severity: 'error',
	title: 'The flags of the official helper go together.',
	why: 'It ends with "if any flags in the group are set none of the others can be" before anything is asked.',
	fix: 'Take one of the two off the line.',
	source: credentialHelper(['KEY-07']),
	examples: {
		fails:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--cert-selector", "file:///s.json"]}}',
		passes:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--private-key", "/k.pem"]}}',
	},
	appliesTo: subject => knownCommand(subject)?.maker === 'official-helper',
	check(subject) {
		const known = knownCommand(subject);
		const given = new Set(known ? flagsIn(known.rest, known.flags).map(({name}) => name) : []);
		return EXCLUSIVE_FLAGS.flatMap(([flag, others]) =>
			others
				.filter(other => given.has(flag) && given.has(other))
				.map(other => ({at: 'words', message: `${flag} and ${other} are both given.`})),
		);
	},
});
