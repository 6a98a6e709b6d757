import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {processPlace} from './places.ts';
import {configParser} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-trailing-note',
	severity: 'error',
	title: 'No note follows the command on its line.',
	why: 'The AWS CLI and boto3 pass # or ; and what follows to the program; other clients cut it off.',
	fix: 'Put the note on a line of its own that starts with #.',
	source: configParser(['CFG-26']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem # mine',
		passes: '# mine\n[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check(files) {
		return files.processLines
			.filter(({key}) => key.value.split('\n').some(line => /(?:^|\s)[;#]/.test(line)))
			.map(line => ({
				at: processPlace(files, line),
				message: 'The command holds # or ; after a blank, which only some clients take for a note.',
			}));
	},
});
