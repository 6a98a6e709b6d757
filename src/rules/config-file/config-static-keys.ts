import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {staticKeys} from './credential-sources.ts';
import {keysText, lineOf} from './places.ts';
import {cliFiles} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-static-keys',
	severity: 'error',
	title: 'No static keys stand in the way of the credential_process.',
	why: 'Keys for the same name in the credentials file win with every client, so the process is never run; in the config file they win with some.',
	fix: 'Take those lines away, or choose another name for the CLI profile.',
	source: cliFiles(['CFG-08']),
	examples: {
		fails:
			'[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem\n# ~/.aws/credentials\n[a]\naws_access_key_id = AKIAEXAMPLE',
		passes: '[profile a]\ncredential_process = /opt/helper --certificate /etc/c.pem',
	},
	appliesTo: ({processLines}) => processLines.length > 0,
	check: ({config, configSections, credentials, credentialsSections}) =>
		[
			{file: config, sections: configSections, who: 'some clients take instead'},
			{file: credentials, sections: credentialsSections, who: 'every client takes instead'},
		].flatMap(({file, sections, who}) => {
			const keys = staticKeys(sections.flatMap(section => section.keys));
			return keys.length === 0
				? []
				: [{at: lineOf(file?.path ?? '', keys[0]?.line ?? 1), message: `There is ${keysText(keys)}, which ${who}.`}];
		}),
});
