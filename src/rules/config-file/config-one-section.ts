import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf} from './places.ts';
import {fileFormat} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-one-section',
	severity: 'error',
	title: 'The CLI profile has one section in the config file.',
	why: 'Of [default] and [profile default], or of two spellings of one name, clients choose differently.',
	fix: 'Merge them into one section.',
	source: fileFormat(['CFG-03', 'CFG-11']),
	examples: {
		fails: '# --profile default\n[default]\nregion = eu-central-1\n[profile default]\nregion = us-east-1',
		passes: '# --profile default\n[default]\nregion = eu-central-1',
	},
	appliesTo: ({configSections}) => configSections.length > 0,
	check: ({configSections, config}) =>
		configSections.slice(1).map(({header, line}) => ({
			at: lineOf(config?.path ?? '', line),
			message: `The CLI profile stands as [${printable(configSections[0]?.header ?? '')}] on line ${
				configSections[0]?.line
			} and as [${printable(header)}] on line ${line}.`,
		})),
});
