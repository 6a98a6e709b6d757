import type {ConfigFiles, ConfigKey} from '../config-files.ts';
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
			{file: config, sections: configSections, who: 'some clients take instead', counts: isPair},
			{file: credentials, sections: credentialsSections, who: 'every client takes instead', counts: hasKeyId},
		].flatMap(({file, sections, who, counts}) => {
			const keys = staticKeys(sections.flatMap(section => section.keys));
			const [first] = keys;
			return first === undefined
				? []
				: [
						counts(keys)
							? {at: lineOf(file?.path ?? '', first.line), message: `There is ${keysText(keys)}, which ${who}.`}
							: {
									at: lineOf(file?.path ?? '', first.line),
									message: `There is ${keysText(keys)}, without the rest of a key.`,
									severity: 'warning' as const,
								},
					];
		}),
});

/** Half a key in the credentials file is enough for the AWS CLI to stop: "Partial credentials found in shared-credentials-file". */
function hasKeyId(keys: readonly ConfigKey[]): boolean {
	return keys.some(({written}) => written.toLowerCase() === 'aws_access_key_id');
}

/** Of a key in the config file the SDK for JavaScript needs both halves. */
function isPair(keys: readonly ConfigKey[]): boolean {
	return hasKeyId(keys) && keys.some(({written}) => written.toLowerCase() === 'aws_secret_access_key');
}
