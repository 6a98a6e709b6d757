import {nearest} from '../../nearest.ts';
import {printable} from '../../printable.ts';
import type {ConfigFiles, ConfigKey} from '../config-files.ts';
import {defineRule, type Shortcoming} from '../rule.ts';
import {othersWithProcess} from './other-profiles.ts';
import {lineOf} from './places.ts';
import {externalProcess} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-process-present',
	severity: 'error',
	title: 'The CLI profile has a credential_process.',
	why: 'Without it nothing asks Roles Anywhere: clients find no credentials for the CLI profile, or others.',
	fix: 'Write it with configure, or name the CLI profile that has it, with --profile or AWS_PROFILE.',
	source: externalProcess(['CFG-06', 'CFG-07']),
	examples: {
		fails: '[profile a]\ncredentials_process = /opt/helper',
		passes: '[profile a]\ncredential_process = /opt/helper',
	},
	appliesTo: ({configSections, credentialsSections}) => configSections.length > 0 || credentialsSections.length > 0,
	check(files) {
		const {config, configSections, credentials, credentialsSections, processLines} = files;
		if (processLines.length > 0) {
			return [];
		}

		const places = [
			...configSections.map(section => ({section, path: config?.path ?? ''})),
			...credentialsSections.map(section => ({section, path: credentials?.path ?? ''})),
		];
		const misspelt = places.flatMap(({section, path}) => section.keys.flatMap(key => ofMisspelt(key, path)));
		if (misspelt.length > 0) {
			return misspelt;
		}

		const [first] = places;
		const source = places.flatMap(({section}) => section.keys).find(({written}) => written === 'source_profile');
		return [
			{
				at: lineOf(first?.path ?? '', first?.section.line ?? 1),
				...(source
					? {
							message: `The CLI profile borrows the credentials of ${printable(source.value)}.`,
							fix: 'Look at that CLI profile first.',
							severity: 'warning' as const,
						}
					: {message: `The CLI profile has no credential_process.${othersWithProcess(files)}`}),
			},
		];
	},
});

function ofMisspelt({written, line}: ConfigKey, path: string): readonly Shortcoming[] {
	const isMeant = nearest(written.toLowerCase().replace(/-/g, '_'), ['credential_process']) !== undefined;
	return isMeant
		? [
				{
					at: lineOf(path, line),
					message: `${printable(written)} is no setting that clients know.`,
					fix: 'Write it as credential_process.',
				},
			]
		: [];
}
