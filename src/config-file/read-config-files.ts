import {ExpectedError} from '../errors.ts';
import {type Digest, digestOf} from '../files/digest.ts';
import {readFileIfThere} from '../files/read.ts';
import {printable} from '../printable.ts';
import {
	CHOICES,
	type ConfigFile,
	type ConfigFiles,
	type ConfigKey,
	type ConfigSection,
	type ProcessLine,
} from '../rules/config-files.ts';
import {readDocument} from './document.ts';
import {readAsJavaScript} from './javascript-dialect.ts';
import type {ConfigLocations} from './locations.ts';
import {type CommandPlatform, splitAsBotocore, splitAsShell} from './quoting.ts';

/**
 * All that decides which credentials clients take for one CLI profile, read from the two files, for the rules.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE`; `CONFIG_FILE_BROKEN` for bytes that are no UTF-8.
 */
export async function readConfigFiles(
	cliProfile: string,
	{
		locations,
		platform,
		env,
	}: {
		readonly locations: Pick<ConfigLocations, 'config' | 'credentials'>;
		readonly platform: CommandPlatform;
		readonly env: Readonly<Record<string, string | undefined>>;
	},
): Promise<ConfigFiles> {
	const [config, credentials] = await Promise.all([readOne(locations.config), readOne(locations.credentials)]);
	return configFiles({cliProfile, platform, env, config, credentials});
}

/** The subject of the rules from texts; pure. */
export function configFiles({
	cliProfile,
	platform,
	env,
	config,
	credentials,
}: {
	readonly cliProfile: string;
	readonly platform: CommandPlatform;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly config: TextFile | undefined;
	readonly credentials: TextFile | undefined;
}): ConfigFiles {
	const [configFile, credentialsFile] = [config, credentials].map(file => file && toConfigFile(file));
	const configSections =
		configFile?.sections.filter(
			section => section.cliProfile === cliProfile || section.cliProfileToJavaScript === cliProfile,
		) ?? [];
	const credentialsSections = credentialsFile?.sections.filter(({header}) => header === cliProfile) ?? [];
	const javaScriptValue = (file: ConfigFile | undefined, header: string): string | undefined =>
		file?.toJavaScript.get(header)?.get('credential_process');
	return {
		cliProfile,
		platform,
		config: configFile,
		credentials: credentialsFile,
		configSections,
		credentialsSections,
		processLines: [
			...processLines('config', configSections, platform, () =>
				cliProfile === 'default' && !configFile?.toJavaScript.has('profile.default')
					? javaScriptValue(configFile, 'default')
					: javaScriptValue(configFile, `profile.${cliProfile}`),
			),
			...processLines('credentials', credentialsSections, platform, () => javaScriptValue(credentialsFile, cliProfile)),
		],
		variables: new Set(Object.keys(env).filter(name => env[name])),
		choices: new Map(CHOICES.flatMap(name => (env[name] ? [[name, env[name]] as const] : []))),
	};
}

/** A file's path and its text. */
export interface TextFile {
	readonly path: string;
	readonly text: string;
}

/**
 * Text from the bytes of a config file. A byte order mark stays, so that it can be found.
 *
 * @throws {ExpectedError} `CONFIG_FILE_BROKEN` when they are no UTF-8.
 */
export function decodeConfig(bytes: Uint8Array, file: string): string {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch (error) {
		throw new ExpectedError(
			'CONFIG_FILE_BROKEN',
			`${printable(file)} is not UTF-8 text, so AWS clients cannot read it.`,
			{
				next: [`Find the line: grep -naxv '.*' ${printable(file)}`, 'Convert the file to UTF-8, then run this again.'],
				cause: error,
			},
		);
	}
}

/**
 * A config file's text and what it was read from, for an edit to be based on; empty when there is none.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE`; `CONFIG_FILE_BROKEN`.
 */
export async function readConfigText(
	file: string,
): Promise<{text: string; existed: boolean; digest: Digest | 'absent'}> {
	const bytes = await readFileIfThere(file);
	return bytes
		? {text: decodeConfig(bytes, file), existed: true, digest: digestOf(bytes)}
		: {text: '', existed: false, digest: 'absent'};
}

async function readOne(file: string): Promise<TextFile | undefined> {
	const bytes = await readFileIfThere(file);
	return bytes && {path: file, text: decodeConfig(bytes, file)};
}

function toConfigFile({path, text}: TextFile): ConfigFile {
	const {sections, problems} = readDocument(text);
	return {path, sections, problems, toJavaScript: readAsJavaScript(text)};
}

function processLines(
	file: ProcessLine['file'],
	sections: readonly ConfigSection[],
	platform: CommandPlatform,
	toJavaScript: () => string | undefined,
): readonly ProcessLine[] {
	return sections
		.flatMap(({keys}) => keys)
		.filter(({written}) => written.toLowerCase() === 'credential_process')
		.map((key: ConfigKey): ProcessLine => {
			const value = toJavaScript();
			return {
				file,
				key,
				toBotocore: splitAsBotocore(key.value, platform),
				toShell: value === undefined ? undefined : splitAsShell(value, platform),
				valueToJavaScript: value,
			};
		});
}
