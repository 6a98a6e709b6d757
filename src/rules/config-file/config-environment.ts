import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-environment',
	severity: 'error',
	title: 'The environment holds no keys that could win over the CLI profile.',
	why: 'Unless --profile is said, the AWS CLI and boto3 take the keys in the environment first, whatever AWS_PROFILE names: another identity, or none.',
	fix: 'Unset AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or always say --profile.',
	source: cliFiles(['CFG-09']),
	examples: {
		fails:
			'[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\n# Environment\nAWS_PROFILE=a\nAWS_ACCESS_KEY_ID=AKIAEXAMPLE',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\n# Environment\nAWS_PROFILE=a',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check: files =>
		['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
			.filter(name => files.variables.has(name))
			.map(name => ({
				at: name,
				message: `${name} is set.`,
				...(!isChosenByEnvironment(files) || !files.variables.has('AWS_ACCESS_KEY_ID')
					? {severity: 'warning' as const}
					: {}),
			})),
});

/** True when clients come to this CLI profile without being told its name; only then keys in the environment win. */
function isChosenByEnvironment({cliProfile, choices}: ConfigFiles): boolean {
	return cliProfile === (choices.get('AWS_DEFAULT_PROFILE') ?? choices.get('AWS_PROFILE') ?? 'default');
}
