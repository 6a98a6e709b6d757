import path from 'node:path';
import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-location',
	severity: 'warning',
	title: 'AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE, where they are set, are absolute paths.',
	why: 'Only the AWS CLI and boto3 make a home folder of ~ and put in variables; a relative path starts where each program happens to run.',
	fix: 'Write the whole path.',
	source: cliFiles(['CFG-01']),
	examples: {
		fails: '[profile a]\nregion = eu-central-1\n# Environment\nAWS_CONFIG_FILE=~/aws/config',
		passes: '[profile a]\nregion = eu-central-1\n# Environment\nAWS_CONFIG_FILE=/etc/aws/config',
	},
	appliesTo: ({choices}) => choices.has('AWS_CONFIG_FILE') || choices.has('AWS_SHARED_CREDENTIALS_FILE'),
	check({choices, platform}) {
		const {isAbsolute} = platform === 'windows' ? path.win32 : path.posix;
		return (['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'] as const).flatMap(name => {
			const value = choices.get(name);
			return value === undefined || (isAbsolute(value) && !value.includes('$'))
				? []
				: [{at: name, message: `${name} is ${printable(value)}, which only some clients make a path of.`}];
		});
	},
});
