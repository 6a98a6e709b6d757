import path from 'node:path';
import {type ConfigLocations, configLocations} from '../config-file/locations.ts';
import {ExpectedError} from '../errors.ts';
import {type OpenAccess, openAws, openRehearsal, stateDirectoryIn} from '../setup/open-access.ts';
import type {CommandContext} from './context.ts';

/** Where a set-up keeps its things, and what it talks to. */
export interface SetupPlace {
	/** Keys, certificates and journals lie in it. Absolute. */
	readonly base: string;
	readonly isRehearsal: boolean;
	readonly locations: ConfigLocations;
	readonly journalFile: string;
}

/** Where the set-up of this name is; a rehearsal has everything in a folder of its own. */
export function setupPlace(name: string, isRehearsal: boolean, context: CommandContext): SetupPlace {
	const home = context.stateDirectory();
	const base = isRehearsal ? path.join(home, 'rehearsal') : home;
	return {
		base,
		isRehearsal,
		locations: isRehearsal
			? {config: path.join(base, 'aws-config'), credentials: path.join(base, 'aws-credentials'), home: undefined}
			: configLocations(context),
		journalFile: path.join(base, 'setups', name, 'journal.jsonl'),
	};
}

/**
 * Opens the way to AWS or to the rehearsal.
 *
 * @param mayCreate - Whether a rehearsal may make its folder; without it, one that is new stays in memory.
 */
export async function openPlace(
	{base, isRehearsal}: SetupPlace,
	{
		region,
		adminProfile,
		mayCreate,
	}: {readonly region: string; readonly adminProfile?: string | undefined; readonly mayCreate: boolean},
	context: CommandContext,
): Promise<OpenAccess> {
	return isRehearsal
		? openRehearsal({region, stateDirectory: await stateDirectoryIn(base, {mayCreate})}, context)
		: openAws({region, adminProfile}, context);
}

/** A word for a shell, in quotes where it needs them. */
export function shellWord(text: string): string {
	return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The flags that lead other verbs to the same set-up. */
export function placeFlags(name: string, {isRehearsal}: SetupPlace, context: CommandContext): string {
	const home = context.stateDirectory();
	return [
		`--name ${shellWord(name)}`,
		...(isRehearsal ? ['--rehearse'] : []),
		...(home === usualHome(context) ? [] : [`--home ${shellWord(home)}`]),
	].join(' ');
}

/** The state folder that a program started later must be told of; undefined when it finds it by itself. */
export function stateHome({base}: SetupPlace, {userHome}: CommandContext): string | undefined {
	return base === folderAt(userHome) ? undefined : base;
}

/** Says below which folder others are made: the person's home is never made, only what lies in it. */
export function within(folder: string, {userHome}: CommandContext): {readonly within?: string} {
	try {
		const home = userHome();
		return folder.startsWith(`${home}${path.sep}`) ? {within: home} : {};
	} catch (error) {
		return unlessHomeless(error, {});
	}
}

function usualHome({env, userHome}: CommandContext): string | undefined {
	return env['ANCHORSMITH_HOME'] ? path.resolve(env['ANCHORSMITH_HOME']) : folderAt(userHome);
}

function folderAt(userHome: CommandContext['userHome']): string | undefined {
	try {
		return path.join(userHome(), '.anchorsmith');
	} catch (error) {
		return unlessHomeless(error, undefined);
	}
}

function unlessHomeless<Value>(error: unknown, value: Value): Value {
	if (error instanceof ExpectedError && error.code === 'HOME_MISSING') {
		return value;
	}

	throw error;
}
