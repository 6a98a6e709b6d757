import path from 'node:path';
import {type ConfigLocations, type ConfigSurroundings, configLocations} from '../config-file/locations.ts';
import {ExpectedError} from '../errors.ts';
import {requireHome} from '../files/create.ts';
import {shellWord} from '../shell-word.ts';
import {
	type OpenAccess,
	openAws,
	openRehearsal,
	openWithoutAdministrator,
	type Surroundings,
	stateDirectoryIn,
} from './open-access.ts';
import {JOURNAL_FILE} from './other-setups.ts';

/** What the place of a set-up depends on. */
export interface PlaceSurroundings extends ConfigSurroundings {
	/**
	 * Where keys, journals and registers live. Absolute; may not exist yet.
	 *
	 * @throws {ExpectedError} `HOME_MISSING` when the system names no home folder.
	 */
	stateDirectory(): string;
}

/** Where a set-up keeps its things, and what it talks to. */
export interface SetupPlace {
	/** Keys, certificates and journals lie in it. Absolute. */
	readonly base: string;
	readonly isRehearsal: boolean;
	readonly locations: ConfigLocations;
	/** Each set-up has a folder in it. */
	readonly setups: string;
	readonly journalFile: string;
}

/** Where the set-up of this name is; a rehearsal has everything in a folder of its own. */
export function setupPlace(name: string, isRehearsal: boolean, context: PlaceSurroundings): SetupPlace {
	const base = isRehearsal ? rehearsalBase(context) : context.stateDirectory();
	const setups = path.join(base, 'setups');
	return {
		base,
		isRehearsal,
		locations: isRehearsal
			? {config: path.join(base, 'aws-config'), credentials: path.join(base, 'aws-credentials'), home: undefined}
			: configLocations(context),
		setups,
		journalFile: path.join(setups, name, JOURNAL_FILE),
	};
}

/** The folder that rehearsed set-ups write to, and to no other. */
export function rehearsalBase(context: Pick<PlaceSurroundings, 'stateDirectory'>): string {
	return path.join(context.stateDirectory(), 'rehearsal');
}

/**
 * Opens the way to AWS or to the rehearsal.
 *
 * @param mayCreate - Whether a rehearsal may make its folder; without it, one that is new stays in memory.
 */
export async function openPlace(
	{base, isRehearsal, locations}: SetupPlace,
	{
		region,
		adminProfile,
		mayCreate,
		needs = 'administrator',
	}: {
		readonly region: string;
		readonly adminProfile?: string | undefined;
		readonly mayCreate: boolean;
		/** What the part that is set up needs of AWS. */
		readonly needs?: 'administrator' | 'sessions' | 'nothing';
	},
	context: Surroundings,
): Promise<OpenAccess> {
	if (needs === 'nothing' || (needs === 'sessions' && !isRehearsal)) {
		return openWithoutAdministrator({region}, context);
	}

	return isRehearsal
		? openRehearsal({region, stateDirectory: await stateDirectoryIn(base, {mayCreate})}, context)
		: openAws({region, adminProfile, locations}, context);
}

/** The flags that lead other verbs to the same set-up. */
export function placeFlags(name: string, {isRehearsal}: SetupPlace, context: PlaceSurroundings): string {
	return [`--name ${shellWord(name)}`, ...(isRehearsal ? ['--rehearse'] : []), ...homeFlags(context)].join(' ');
}

/** The flags that lead other verbs to the same state folder; none when that is the usual one. */
export function homeFlags(context: PlaceSurroundings): readonly string[] {
	const home = context.stateDirectory();
	return home === usualHome(context) ? [] : [`--home ${shellWord(home)}`];
}

/** The state folder that a program started later must be told of; undefined when it finds it by itself. */
export function stateHome({base}: SetupPlace, {userHome}: Pick<PlaceSurroundings, 'userHome'>): string | undefined {
	return base === folderAt(userHome) ? undefined : base;
}

/** Says below which folder others are made: the person's home is never made, only what lies in it. */
export function within(folder: string, {userHome}: Pick<PlaceSurroundings, 'userHome'>): {readonly within?: string} {
	try {
		const home = userHome();
		return folder.startsWith(`${home}${path.sep}`) ? {within: home} : {};
	} catch (error) {
		return unlessHomeless(error, {});
	}
}

/** @throws {ExpectedError} `HOME_MISSING` when a folder is to be made in the person's home and that does not exist. */
export async function requireHomeOf(folder: string, context: Pick<PlaceSurroundings, 'userHome'>): Promise<void> {
	const {within: home} = within(folder, context);
	if (home !== undefined) {
		await requireHome(home);
	}
}

function usualHome({env, userHome}: PlaceSurroundings): string | undefined {
	return env['ANCHORSMITH_HOME'] ? path.resolve(env['ANCHORSMITH_HOME']) : folderAt(userHome);
}

function folderAt(userHome: PlaceSurroundings['userHome']): string | undefined {
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
