import {commandPlatform} from '../../config-file/quoting.ts';
import {configFiles} from '../../config-file/read-config-files.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {readConfigTexts} from './config-texts.ts';
import type {Surroundings} from './surroundings.ts';

/**
 * Whose credentials are asked about: the CLI profile of the flag, of AWS_PROFILE, of AWS_DEFAULT_PROFILE, the only one of
 * the files that asks Roles Anywhere for credentials, or `default`.
 */
export async function whichCliProfile(surroundings: Surroundings): Promise<Evidence['cliProfile']> {
	const {options, env} = surroundings;
	if (options.cliProfile !== undefined) {
		return {name: options.cliProfile, chosenBy: 'flag'};
	}

	const named = env['AWS_PROFILE'] || env['AWS_DEFAULT_PROFILE'];
	if (named) {
		return {name: named, chosenBy: 'environment'};
	}

	const [only, ...others] = options.flags ? [] : await withHelper(surroundings);
	return only !== undefined && others.length === 0
		? {name: only, chosenBy: 'only-one'}
		: {name: 'default', chosenBy: 'usual'};
}

/** CLI profiles with a credential process that speaks of a trust anchor or of the official helper. */
async function withHelper(surroundings: Surroundings): Promise<readonly string[]> {
	const texts = await readConfigTexts(surroundings);
	const {config, credentials} = configFiles({
		cliProfile: 'default',
		platform: commandPlatform(surroundings.platform),
		env: {},
		config: texts.config.state === 'seen' ? texts.config.value : undefined,
		credentials: texts.credentials.state === 'seen' ? texts.credentials.value : undefined,
	});
	const sections = [
		...(config?.sections ?? []).map(({cliProfile, keys}) => ({name: cliProfile, keys})),
		...(credentials?.sections ?? []).map(({header, keys}) => ({name: header, keys})),
	];
	const names = sections.flatMap(({name, keys}) => (name !== undefined && keys.some(isHelper) ? [name] : []));
	return [...new Set(names)];
}

function isHelper({written, value}: {readonly written: string; readonly value: string}): boolean {
	return written.toLowerCase() === 'credential_process' && /--?trust-anchor-arn\b|aws_signing_helper/.test(value);
}
