import {commandPlatform} from '../../../config-file/quoting.ts';
import {configFiles} from '../../../config-file/read-config-files.ts';
import {printable} from '../../../printable.ts';
import type {ConfigFiles} from '../../../rules/config-files.ts';
import {seenIn} from '../../evidence/look.ts';
import type {Before} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';

/**
 * The CLI profile whose credentials are in question, when those who administer the account would come from it: asking for
 * them would run the very credential process that is looked at. Undefined when they come from elsewhere.
 */
export function borrowedCliProfile(before: Before, surroundings: Surroundings): string | undefined {
	const command = before.command && seenIn(before.command);
	if (command === undefined || command.origin === 'flags') {
		return undefined;
	}

	const visited = new Set<string>();
	let name = firstCliProfile(surroundings);
	while (name !== undefined && !visited.has(name)) {
		visited.add(name);
		if (name === before.cliProfile.name) {
			return name;
		}

		name = sourceOf(filesFor(name, before, surroundings));
	}

	return undefined;
}

/** Says whose credentials they would be, and what helps. */
export function borrowedMessage(cliProfile: string, {options, env}: Surroundings): string {
	const name = printable(cliProfile);
	const how =
		options.adminProfile !== undefined
			? `--admin-profile ${printable(options.adminProfile)} leads to`
			: env['AWS_PROFILE']
				? `AWS_PROFILE=${printable(env['AWS_PROFILE'])} leads to`
				: 'Without another choice, credentials come from';
	return `${how} the CLI profile ${name}, whose credentials are in question. Name one that administers the account with --admin-profile.`;
}

/** Where the official default chain begins: a CLI profile that is named, keys in variables, the CLI profile `default`. */
function firstCliProfile({options, env}: Surroundings): string | undefined {
	const named = options.adminProfile ?? (env['AWS_PROFILE'] || undefined);
	const hasKeys = Boolean(env['AWS_ACCESS_KEY_ID'] && env['AWS_SECRET_ACCESS_KEY']);
	return named ?? (hasKeys ? undefined : 'default');
}

/** The CLI profile whose credentials another assumes its role with; static keys beside a role are not asked then. */
function sourceOf({configSections, credentialsSections}: ConfigFiles): string | undefined {
	const keys = [...configSections, ...credentialsSections].flatMap(section => section.keys);
	const setting = (name: string) => keys.find(({written}) => written.toLowerCase() === name)?.value;
	return setting('role_arn') === undefined ? undefined : setting('source_profile');
}

function filesFor(cliProfile: string, {config}: Before, {platform, env}: Surroundings): ConfigFiles {
	return configFiles({
		cliProfile,
		platform: commandPlatform(platform),
		env,
		config: config && seenIn(config.config),
		credentials: config && seenIn(config.credentials),
	});
}
