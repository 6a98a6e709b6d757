import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-environment',
	severity: 'warning',
	title: 'The environment holds no keys that could win over the CLI profile.',
	why: 'With AWS_PROFILE the AWS CLI and boto3 take the keys in the environment first; only --profile makes them look at the CLI profile.',
	fix: 'Unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or always say --profile.',
	source: cliFiles(['CFG-09']),
	examples: {
		fails:
			'[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\n# Environment\nAWS_ACCESS_KEY_ID=AKIAEXAMPLE',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\n# Environment\nAWS_PROFILE=a',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check: ({variables}) =>
		['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']
			.filter(name => variables.has(name))
			.map(name => ({at: name, message: `${name} is set.`})),
});
