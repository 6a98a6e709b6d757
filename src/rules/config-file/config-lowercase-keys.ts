import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf} from './places.ts';
import {fileFormat} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-lowercase-keys',
	severity: 'error',
	title: 'Keys of the CLI profile are written in lowercase.',
	why: 'The AWS CLI reads CREDENTIAL_PROCESS as credential_process; the AWS SDK for JavaScript does not see it.',
	fix: 'Write the key in lowercase.',
	source: fileFormat(['CFG-05']),
	examples: {
		fails: '[profile a]\nCREDENTIAL_PROCESS = /opt/helper',
		passes: '[profile a]\ncredential_process = /opt/helper',
	},
	appliesTo: ({configSections}) => configSections.length > 0,
	check: ({config, configSections}) =>
		configSections
			.flatMap(({keys}) => keys)
			.filter(({written}) => written !== written.toLowerCase() && /^\w+$/.test(written))
			.map(({written, line}) => ({
				at: lineOf(config?.path ?? '', line),
				message: `${printable(written)} is not in lowercase.`,
				...(written.toLowerCase() !== 'credential_process' && {severity: 'warning' as const}),
			})),
});
