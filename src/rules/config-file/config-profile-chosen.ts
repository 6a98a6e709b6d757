import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-profile-chosen',
	severity: 'warning',
	title: 'The environment chooses this CLI profile, or none.',
	why: 'Programs that are not told a CLI profile take the one that AWS_PROFILE names; the AWS CLI and boto3 look at AWS_DEFAULT_PROFILE first, which others do not know.',
	fix: 'Set AWS_PROFILE to this CLI profile and unset AWS_DEFAULT_PROFILE, or always say --profile.',
	source: cliFiles(['CFG-09']),
	examples: {
		fails:
			'[profile a]\ncredential_process = /opt/helper\n[profile b]\nregion = eu-central-1\n# Environment\nAWS_PROFILE=b',
		passes: '[profile a]\ncredential_process = /opt/helper\n# Environment\nAWS_PROFILE=a',
	},
	appliesTo: ({processLines, choices}) =>
		processLines.length > 0 && (choices.has('AWS_PROFILE') || choices.has('AWS_DEFAULT_PROFILE')),
	check: ({cliProfile, choices}) =>
		(['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'] as const).flatMap(name => {
			const value = choices.get(name) ?? cliProfile;
			return value === cliProfile ? [] : [{at: name, message: `${name} names ${printable(value)}.`}];
		}),
});
