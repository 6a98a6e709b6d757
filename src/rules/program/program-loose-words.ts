import {externalProcess} from '../config-file/sources.ts';
import {looseWordsIn} from '../helper-flags.ts';
import type {ProgramSubject} from '../program-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {knownCommand} from './subject-parts.ts';

export default defineRule<ProgramSubject>({
	id: 'program-loose-words',
	severity: 'error',
	title: 'Every word of the command belongs to a flag.',
	why: 'A backslash before a blank, or blanks in a path, make words that the helper passes over: flags are lost with them.',
	fix: 'Write the command on one line without backslashes, with double quotes around paths that hold blanks.',
	source: externalProcess(['CFG-24', 'CFG-43', 'CI-02']),
	examples: {
		fails:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", " --certificate", "/c.pem", "--private-key", "/k.pem"]}}',
		passes:
			'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--private-key", "/k.pem"]}}',
	},
	appliesTo: subject => knownCommand(subject) !== undefined,
	check(subject) {
		const known = knownCommand(subject);
		return (known ? looseWordsIn(known.rest, known.flags) : []).map(word => ({
			at: 'words',
			message: /^\s+--|^\\?\n/.test(word)
				? `${quoted(word)} is no flag: a backslash made the blank before it part of the word.`
				: `${quoted(word)} belongs to no flag.`,
		}));
	},
});
