import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import {lineOf, processPlace} from './places.ts';
import {externalProcess} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-one-line',
	severity: 'error',
	title: 'The whole credential_process stands on one line.',
	why: 'Of a command over several lines the AWS SDK for JavaScript runs the first line only, and a line that holds : or = becomes a key of its own.',
	fix: 'Join the lines with single blanks, without backslashes.',
	source: externalProcess(['CFG-20', 'CFG-21', 'CFG-23', 'CFG-24', 'CFG-25']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper\n  --certificate /etc/c.pem',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check(files) {
		const broken = files.processLines
			.filter(({key}) => key.continuations.length > 0 || key.value.endsWith('\\') || key.value === '')
			.map(line => ({
				at: processPlace(files, line),
				message:
					line.key.value === '' ? 'The credential_process is empty.' : 'The credential_process goes on after its line.',
			}));
		return [...broken, ...straysOf(files)];
	},
});

/** Words of a command that botocore takes for keys, since a `:` or `=` stands behind them. */
function straysOf({config, configSections, credentials, credentialsSections}: ConfigFiles): readonly Shortcoming[] {
	return [
		{path: config?.path ?? '', sections: configSections},
		{path: credentials?.path ?? '', sections: credentialsSections},
	].flatMap(({path, sections}) =>
		sections
			.flatMap(({keys}) => keys)
			.filter(({written}) => written.startsWith('-'))
			.map(({written, line}) => ({
				at: lineOf(path, line),
				message: `${printable(written.split(/\s/)[0] ?? '')} is read as a key, not as part of the command.`,
			})),
	);
}
