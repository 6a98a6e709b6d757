import {ExpectedError} from '../errors.ts';
import type {ConfigSection, Settings} from '../rules/config-files.ts';
import type {CliProfileSettings} from './cli-profile.ts';
import {type ConfigDocument, readDocument} from './document.ts';
import {readAsJavaScript} from './javascript-dialect.ts';
import {joinLines} from './lines.ts';

/**
 * Throws unless both kinds of client read an edited text as meant: the settings of the CLI profile in
 * force, all else as before. It can only fail for files that the two read differently already.
 *
 * @throws {ExpectedError} `CONFIG_FILE_BROKEN`.
 */
export function checkDialects(
	document: ConfigDocument,
	edited: string,
	name: string,
	settings: CliProfileSettings,
): void {
	const {sections: editedSections, problems} = readDocument(edited);
	const [botocoreBefore, botocoreAfter] = [document.sections, editedSections].map(sections =>
		split(new Map(sections.map(section => [section.header, settingsOf(section)])), headerIn(sections, name), settings),
	);
	const javaScriptName = name === 'default' ? undefined : `profile.${name}`;
	const [javaScriptBefore, javaScriptAfter] = [joinLines(document.lines), edited].map(text => {
		const sections = readAsJavaScript(text);
		const header = javaScriptName ?? (sections.has('profile.default') ? 'profile.default' : 'default');
		return split(sections, header, settings);
	});
	const wanted = JSON.stringify(
		Object.entries(settings)
			.filter(([, value]) => value !== null)
			.toSorted(),
	);
	const isAsMeant =
		problems.length === 0 &&
		botocoreBefore?.rest === botocoreAfter?.rest &&
		javaScriptBefore?.rest === javaScriptAfter?.rest &&
		botocoreAfter?.own === wanted &&
		javaScriptAfter?.own === wanted;
	if (!isAsMeant) {
		throw new ExpectedError(
			'CONFIG_FILE_BROKEN',
			`The config file is laid out so that AWS clients would read the CLI profile ${name}, or others, differently.`,
			{next: ['Start every [section] and every key in the first column, then run this again; nothing was written.']},
		);
	}
}

function headerIn(sections: readonly ConfigSection[], name: string): string | undefined {
	return sections.find(({cliProfile}) => cliProfile === name)?.header;
}

function settingsOf({keys}: ConfigSection): Settings {
	return new Map(keys.map(({written, value}) => [written, value]));
}

/** What is to change and what is not, each in one comparable text. */
function split(sections: ReadonlyMap<string, Settings>, header: string | undefined, touched: CliProfileSettings) {
	const isTouched = (key: string): boolean => Object.hasOwn(touched, key.split('.')[0] ?? '');
	const own = [...(sections.get(header ?? '') ?? [])].filter(([key]) => isTouched(key));
	const rest = [...sections]
		.map(
			([section, settings]) =>
				[section, [...settings].filter(([key]) => section !== header || !isTouched(key))] as const,
		)
		.filter(([section, settings]) => section !== header || settings.length > 0);
	return {own: JSON.stringify(own.toSorted()), rest: JSON.stringify(rest)};
}
