import {externalProcess} from '../config-file/sources.ts';
import {flagsIn} from '../helper-flags.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {knownCommand} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-flag-values',
	severity: 'error',
	title: 'Every flag that takes a value has one.',
	why: 'Where a variable was empty when the line was written, the next flag is taken for the value, and is lost.',
	fix: 'Write the value behind the flag.',
	source: externalProcess(['CFG-41']),
	examples: {
		fails:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "--private-key", "/k.pem"]}}',
		passes:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--private-key", "/k.pem"]}}',
	},
	appliesTo: subject => knownCommand(subject) !== undefined,
	check(subject) {
		const known = knownCommand(subject);
		const typed = known ? flagsIn(known.rest, known.flags) : [];
		return typed
			.filter(({name}) => known?.flags.get(name)?.takes === 'value')
			.flatMap(({name, value}) =>
				value === undefined || value === ''
					? [{at: 'words', message: `Nothing stands behind ${name}.`}]
					: known?.flags.has(value)
						? [{at: 'words', message: `Behind ${name} stands ${quoted(value)}, which is taken for its value.`}]
						: [],
			);
	},
});
