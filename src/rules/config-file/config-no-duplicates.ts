import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf, problemsOf} from './places.ts';
import {configParser} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-no-duplicates',
	severity: 'error',
	title: 'No section stands twice in a file, and no key twice in a section.',
	why: 'The AWS CLI and boto3 refuse the whole file, with every profile in it; other clients take the last value.',
	fix: 'Merge the two, or delete the one that is not wanted.',
	source: configParser(['CFG-11']),
	examples: {
		fails: '[profile a]\nregion = eu-central-1\nregion = us-east-1',
		passes: '[profile a]\nregion = eu-central-1',
	},
	appliesTo: ({config, credentials}) => config !== undefined || credentials !== undefined,
	check: files =>
		problemsOf(files, ['duplicate-section', 'duplicate-key']).map(({path, problem: {kind, line, firstLine, name}}) => ({
			at: lineOf(path, line),
			message:
				kind === 'duplicate-section'
					? `The section [${printable(name)}] stands on lines ${firstLine} and ${line}.`
					: `The key ${printable(name)} is set on lines ${firstLine} and ${line} of one section.`,
		})),
});
