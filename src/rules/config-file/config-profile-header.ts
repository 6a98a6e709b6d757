import {printable} from '../../printable.ts';
import type {ConfigFiles} from '../config-files.ts';
import {defineRule} from '../rule.ts';
import {lineOf} from './places.ts';
import {fileFormat} from './sources.ts';

export default defineRule<ConfigFiles>({
	id: 'config-profile-header',
	severity: 'error',
	title: 'Every client finds the CLI profile under its header.',
	why: 'In the config file a header reads [profile NAME], exactly; [NAME] or blanks inside the brackets make it something else.',
	fix: 'Write the header as [profile NAME], or as [default].',
	source: fileFormat(['CFG-02']),
	examples: {fails: '[a]\nregion = eu-central-1', passes: '[profile a]\nregion = eu-central-1'},
	appliesTo: ({config}) => config !== undefined,
	check({config, configSections, cliProfile}) {
		const isFoundElsewhere = configSections.some(
			section => section.cliProfile === cliProfile && section.cliProfileToJavaScript === cliProfile,
		);
		const mistaken =
			config?.sections.filter(
				section =>
					(section.cliProfile !== section.cliProfileToJavaScript && configSections.includes(section)) ||
					(section.cliProfile === undefined && meansProfile(section.header, cliProfile)),
			) ?? [];
		return mistaken.map(({header, line}) => ({
			at: lineOf(config?.path ?? '', line),
			message: `[${printable(header)}] is not found as the CLI profile ${printable(cliProfile)} by every client.`,
			...(isFoundElsewhere && {severity: 'warning' as const}),
		}));
	},
});

/** True for a header that somebody meant to be this CLI profile. */
export function meansProfile(header: string, cliProfile: string): boolean {
	const words = header.trim().split(/\s+/);
	return words.at(-1) === cliProfile && (words.length === 1 || (words.length === 2 && words[0] === 'profile'));
}
