import type {ProgramSubject} from '../program-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {credentialHelper} from './sources.ts';
import {knownCommand} from './subject-parts.ts';

/** Flags that documents name and no version has (fact sheet, 7.4), and what is meant. */
const MEANT: ReadonlyMap<string, string> = new Map([
	['--reuse-latest-expiring-certificate', 'The user guide calls it so; the flag is --use-latest-expiring-certificate.'],
	['--pkcs11-pin', 'The user guide names it, but no version has it: write ?pin-value=PIN behind the PKCS#11 address.'],
	['--passphrase-file', 'Only anchorsmith reads a passphrase from a file; aws_signing_helper wants a key without one.'],
]);

export default defineRule<ProgramSubject>({
	id: 'program-flags',
	severity: 'error',
	title: 'The program has every flag that its line gives it.',
	why: 'A flag that it does not know ends it with "unknown flag" before anything is asked.',
	fix: 'Take the flag off the line, or write it as the program names it.',
	source: credentialHelper(['CFG-51']),
	examples: {
		fails:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--pkcs11-pin", "REDACTED"], "unknownFlags": ["--pkcs11-pin"]}}',
		passes: '{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--reuse-pin"]}}',
	},
	appliesTo: subject => knownCommand(subject) !== undefined,
	check(subject) {
		const known = knownCommand(subject);
		const program = known?.maker === 'own' ? 'anchorsmith credentials' : 'aws_signing_helper credential-process';
		return subject.command.unknownFlags.map(flag => {
			const isShort = known?.flags.has(`-${flag}`) === true;
			const fix = isShort ? `Write two hyphens: -${flag}` : MEANT.get(flag);
			return {at: 'words', message: `${program} has no flag ${quoted(flag)}.`, ...(fix !== undefined && {fix})};
		});
	},
});
