import {type CommandPlatform, commandPlatform, splitAsBotocore} from '../../config-file/quoting.ts';
import {configFiles, type TextFile} from '../../config-file/read-config-files.ts';
import type {ConfigSection} from '../../rules/config-files.ts';
import type {CommandEvidence} from '../evidence/command.ts';
import {type Look, seenIn} from '../evidence/look.ts';
import type {Surroundings} from './surroundings.ts';

/** What clients are told to run, in words. */
export type FoundCommand = Pick<CommandEvidence, 'origin' | 'words'>;

/** The five without which a session cannot be asked for. */
const NEEDED = ['certificate', 'privateKey', 'trustAnchorArn', 'profileArn', 'roleArn'] as const;

/**
 * The credential process of a CLI profile as botocore finds and splits it, with what the flags of doctor put in its place;
 * undefined when there is none. Pure: texts with secrets make words with secrets.
 */
export function findCommand(
	cliProfile: string,
	{config, credentials}: {readonly config: Look<TextFile>; readonly credentials: Look<TextFile>},
	{options, platform, program}: Pick<Surroundings, 'options' | 'platform' | 'program'>,
): FoundCommand | undefined {
	const flags = options.flags ?? {};
	const typed = Object.entries(flags).map(([name, value]) => [typedName(name), value] as const);
	const written = NEEDED.every(name => flags[name] !== undefined)
		? undefined
		: inFiles(cliProfile, seenIn(config), seenIn(credentials), commandPlatform(platform));
	if (written === undefined) {
		return typed.length === 0 ? undefined : {origin: 'flags', words: [...program, 'credentials', ...typed.flat()]};
	}

	return {...written, words: withFlags(written.words, typed)};
}

function typedName(name: string): string {
	return `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

function withFlags(words: readonly string[], typed: readonly (readonly [string, string])[]): readonly string[] {
	const changed = [...words];
	for (const [name, value] of typed) {
		const at = changed.indexOf(name);
		changed.splice(at === -1 ? changed.length : at, at === -1 ? 0 : 2, name, value);
	}

	return changed;
}

/** botocore lets the credentials file win over the config file, and the later section over the one before. */
function inFiles(
	cliProfile: string,
	config: TextFile | undefined,
	credentials: TextFile | undefined,
	platform: CommandPlatform,
): FoundCommand | undefined {
	const files = configFiles({cliProfile, platform, env: {}, config, credentials});
	const inCredentials = lastProcess(files.credentialsSections);
	if (inCredentials !== undefined) {
		return {origin: 'credentials', words: wordsOf(inCredentials, platform)};
	}

	const meant = files.config?.sections.filter(({header}) => isMeant(header, cliProfile)) ?? [];
	const inConfig =
		lastProcess(files.configSections.filter(section => section.cliProfile === cliProfile)) ??
		lastProcess(files.configSections) ??
		lastProcess(meant);
	return inConfig === undefined ? undefined : {origin: 'config', words: wordsOf(inConfig, platform)};
}

/** A header that no client takes for the CLI profile, though its writer did: what is below it is looked at all the same. */
function isMeant(header: string, cliProfile: string): boolean {
	const words = header.trim().replace(/["']/g, '').split(/\s+/);
	return words.at(-1) === cliProfile && (words.length === 1 || (words.length === 2 && words[0] === 'profile'));
}

function lastProcess(sections: readonly ConfigSection[]): string | undefined {
	return sections
		.flatMap(({keys}) => keys)
		.findLast(({written, value}) => written.toLowerCase() === 'credential_process' && value.trim() !== '')?.value;
}

/** Where botocore cannot split the line, the words are what stands between blanks, so that the files can be looked at. */
function wordsOf(text: string, platform: CommandPlatform): readonly string[] {
	const split = splitAsBotocore(text, platform);
	return split.ok ? split.value : text.replace(/["']/g, '').trim().split(/\s+/);
}
