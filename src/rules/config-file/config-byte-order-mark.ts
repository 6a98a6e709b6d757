import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf, problemsOf} from './places.ts';
import {configParser} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-byte-order-mark',
	severity: 'error',
	title: 'Neither file starts with a byte order mark.',
	why: 'The AWS CLI and boto3 refuse the whole file over it, while other clients read on.',
	fix: 'Save the file as UTF-8 without a byte order mark; configure takes it off when it writes.',
	source: configParser(['CFG-28']),
	examples: {fails: '\ufeff[profile a]\nregion = eu-central-1', passes: '[profile a]\nregion = eu-central-1'},
	appliesTo: ({config, credentials}) => config !== undefined || credentials !== undefined,
	check: files =>
		problemsOf(files, ['byte-order-mark']).map(({path}) => ({
			at: lineOf(path, 1),
			message: 'The file starts with a byte order mark.',
		})),
});
