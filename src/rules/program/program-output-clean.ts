import {flagsIn} from '../helper-flags.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {knownCommand} from './subject-parts.ts';

const RISKS: ReadonlyMap<string, string> = new Map([
	['--debug', '--debug prints requests: older versions print them where the credentials are due.'],
	['--no-verify-ssl', '--no-verify-ssl lets anybody on the way answer in place of AWS.'],
]);

export default defineRule<ProgramSubject>({
	id: 'program-output-clean',
	severity: 'warning',
	title: 'Flags for looking into trouble are not left in a credential process.',
	why: 'Anything but one JSON object on standard output makes clients fail, and what is not verified is not known.',
	fix: 'Take the flag off the line; to look into trouble, run the command by hand with it.',
	source: credentialHelper(['CFG-50']),
	examples: {
		fails: '{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--debug"]}}',
		passes: '{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--with-proxy"]}}',
	},
	appliesTo: subject => knownCommand(subject)?.maker === 'official-helper',
	check(subject) {
		const known = knownCommand(subject);
		return (known ? flagsIn(known.rest, known.flags) : []).flatMap(({name}) => {
			const message = RISKS.get(name);
			return message === undefined ? [] : [{at: 'words', message}];
		});
	},
});
