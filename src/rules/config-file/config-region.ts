import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf} from './places.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-region',
	severity: 'warning',
	title: 'The CLI profile says which region it works in.',
	why: 'A credential process supplies no region, so clients stop with "You must specify a region".',
	fix: 'Add region = REGION to the section, or run configure with --region REGION.',
	source: cliFiles(['CFG-06']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\nregion = eu-central-1',
	},
	appliesTo: ({processLines, variables}) => processLines.length > 0 && !variables.has('AWS_DEFAULT_REGION'),
	check({config, configSections, credentialsSections}) {
		const keys = [...configSections, ...credentialsSections].flatMap(section => section.keys);
		return keys.some(({written}) => written.toLowerCase() === 'region')
			? []
			: [
					{
						at: lineOf(config?.path ?? '', configSections[0]?.line ?? 1),
						message: 'The CLI profile has a credential_process and no region.',
					},
				];
	},
});
