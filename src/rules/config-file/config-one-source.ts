import type {ConfigFiles, ConfigKey} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {conflictingKeys, staticKeys} from './credential-sources.ts';
import {keysText, lineOf} from './places.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-one-source',
	severity: 'error',
	title: 'A CLI profile with a credential_process has no other source of credentials.',
	why: 'Clients differ in which one wins: single sign-on beats the process in the AWS CLI, and role_arn makes it fail.',
	fix: 'Take those keys away, or give the process a CLI profile of its own; to assume a further role, make a second one with role_arn and source_profile.',
	source: cliFiles(['CFG-07']),
	examples: {
		fails: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\nsso_session = corp',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check: ({config, configSections, credentials, credentialsSections}) =>
		[
			{file: config, sections: configSections},
			{file: credentials, sections: credentialsSections},
		].flatMap(({file, sections}) => {
			const keys = sections.flatMap(section => section.keys);
			const others = conflictingKeys(keys).filter(key => !staticKeys(keys).includes(key));
			return others.length === 0
				? []
				: [
						{
							at: lineOf(file?.path ?? '', others[0]?.line ?? 1),
							message: `The CLI profile also has ${keysText(others)}.`,
							...(others.every(isHarmless) && {severity: 'warning' as const}),
						},
					];
		}),
});

/** Without `role_arn` these say nothing to any client. */
function isHarmless({written}: ConfigKey): boolean {
	return ['source_profile', 'credential_source', 'web_identity_token_file'].includes(written.toLowerCase());
}
