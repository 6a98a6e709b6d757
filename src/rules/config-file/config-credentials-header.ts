import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf} from './places.ts';
import {fileFormat} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-credentials-header',
	severity: 'error',
	title: 'In the credentials file the header of the CLI profile is its bare name.',
	why: 'There [profile NAME] is a CLI profile called "profile NAME", which nobody asks for.',
	fix: 'Write the header as [NAME], or move the block to the config file.',
	source: fileFormat(['CFG-02']),
	examples: {
		fails: '# ~/.aws/credentials\n[profile a]\ncredential_process = /opt/helper',
		passes: '# ~/.aws/credentials\n[a]\ncredential_process = /opt/helper',
	},
	appliesTo: ({credentials}) => credentials !== undefined,
	check: ({credentials, cliProfile, processLines}) =>
		(credentials?.sections ?? [])
			.filter(({header}) => header.trim() !== cliProfile || header !== header.trim())
			.filter(({header}) => header.trim().replace(/^profile\s+/, '') === cliProfile)
			.map(({header, line}) => ({
				at: lineOf(credentials?.path ?? '', line),
				message: `[${printable(header)}] is not found as the CLI profile ${printable(cliProfile)}.`,
				...(processLines.length > 0 && {severity: 'warning' as const}),
			})),
});
