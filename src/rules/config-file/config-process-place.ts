import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {processPlace} from './places.ts';
import {externalProcess} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-process-place',
	severity: 'warning',
	title: 'The credential_process stands in the config file, and only there.',
	why: 'It is documented for the config file alone; one in the credentials file works too, and wins over the other.',
	fix: 'Move the line to the config file.',
	source: externalProcess(['CFG-10']),
	examples: {
		fails: '# ~/.aws/credentials\n[a]\ncredential_process = /opt/helper',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check(files) {
		return files.processLines
			.filter(({file}) => file === 'credentials')
			.map(line => ({at: processPlace(files, line), message: 'A credential_process stands in the credentials file.'}));
	},
});
