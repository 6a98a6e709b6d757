import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf, problemsOf} from './places.ts';
import {configParser} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-readable-lines',
	severity: 'error',
	title: 'Every line is a section, a setting in a section, a note or blank.',
	why: 'The AWS CLI and boto3 refuse the whole file over one other line; it is often the rest of a command that was broken over lines.',
	fix: 'Put the whole command on one line, and notes on lines of their own that start with #.',
	source: configParser(['CFG-22', 'CFG-25']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper\n--certificate /etc/c.pem',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({config, credentials}) => config !== undefined || credentials !== undefined,
	check: files =>
		problemsOf(files, ['no-section', 'not-a-setting', 'broken-nested']).map(({path, problem: {kind, line, name}}) => ({
			at: lineOf(path, line),
			message:
				kind === 'no-section'
					? `Line ${line} stands before any section.`
					: kind === 'not-a-setting'
						? `Line ${line} is neither a section nor a setting.`
						: `${printable(name)} is empty and is followed by indented lines that are no settings.`,
		})),
});
