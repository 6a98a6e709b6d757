import {flagsIn} from '../helper-flags.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {isBefore} from '../version-order.ts';
import {credentialHelper} from './sources.ts';
import {knownCommand, programOf} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-version',
	severity: 'error',
	title: 'The official helper is new enough for the flags that its line gives it.',
	why: 'Flags came with its versions, and an older one ends with "unknown flag" before anything is asked.',
	fix: 'Download the newest helper, or take the flag off the line.',
	source: credentialHelper(['HLP-04']),
	examples: {
		fails:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--role-session-name", "host"], "program": {"version": "1.1.1"}}}',
		passes:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--role-session-name", "host"], "program": {"version": "1.8.5"}}}',
	},
	appliesTo: subject => knownCommand(subject)?.maker === 'official-helper' && programOf(subject)?.version !== undefined,
	check(subject) {
		const known = knownCommand(subject);
		const version = programOf(subject)?.version;
		if (!known || version === undefined) {
			return [];
		}

		return flagsIn(known.rest, known.flags).flatMap(({name}) => {
			const since = known.flags.get(name)?.since;
			return since !== undefined && isBefore(version, since)
				? [{at: 'words', message: `${name} came with version ${since}, and this is ${version}.`}]
				: [];
		});
	},
});
