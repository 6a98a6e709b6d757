import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {fileFormat} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-load-config',
	severity: 'warning',
	title: 'AWS_SDK_LOAD_CONFIG, where it is set, is on.',
	why: 'The SDKs for Go of version 1, for JavaScript of version 2 and some older tools read the config file, in which the credential_process is, only when it says 1.',
	fix: 'Set AWS_SDK_LOAD_CONFIG=1, or unset it where no such old program is in use.',
	source: fileFormat(['CFG-12']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper\n# Environment\nAWS_SDK_LOAD_CONFIG=0',
		passes: '[profile a]\ncredential_process = /opt/helper\n# Environment\nAWS_SDK_LOAD_CONFIG=1',
	},
	appliesTo: ({processLines, choices}) => processLines.length > 0 && choices.has('AWS_SDK_LOAD_CONFIG'),
	check({choices}) {
		const value = choices.get('AWS_SDK_LOAD_CONFIG') ?? '';
		return /^(?:1|t|true|y|yes|on)$/i.test(value)
			? []
			: [{at: 'AWS_SDK_LOAD_CONFIG', message: `AWS_SDK_LOAD_CONFIG is ${printable(value)}.`}];
	},
});
