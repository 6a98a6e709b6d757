import {findCliProfiles, type KnownCliProfile} from '../../config-file/find-cli-profiles.ts';
import type {GatherOptions, Surroundings} from '../gather/surroundings.ts';
import {whichCliProfile} from '../gather/which-cli-profile.ts';
import {kinds, choosing as texts} from '../texts/en.ts';

/** A CLI profile that may be the one that does not work. */
export interface Candidate {
	readonly name: string;
	/** What it is, in a few words. */
	readonly note: string;
}

/**
 * The CLI profiles among which a person has to choose, those that ask Roles Anywhere first; empty when it is clear which
 * one is meant, or there is none.
 */
export async function openQuestion(surroundings: Surroundings): Promise<readonly Candidate[]> {
	if (isNamed(surroundings.options) || (await whichCliProfile(surroundings)).chosenBy !== 'usual') {
		return [];
	}

	const found = (await findCliProfiles(surroundings)).flatMap(known => candidate(known) ?? []);
	return [...found.filter(({asks}) => asks), ...found.filter(({asks}) => !asks)];
}

/** Flags stand for a credential process, so no CLI profile is needed. */
function isNamed({cliProfile, flags = {}}: GatherOptions): boolean {
	return cliProfile !== undefined || Object.keys(flags).some(name => name !== 'region' && name !== 'endpoint');
}

function candidate({cliProfile, kind, region, asksRolesAnywhere}: KnownCliProfile) {
	if (cliProfile === undefined) {
		return undefined;
	}

	const asks = asksRolesAnywhere === true;
	const what = asks ? (kind === 'process' ? texts.rolesAnywhere : texts.shadowed(kinds[kind])) : kinds[kind];
	return {name: cliProfile, note: [what, region].filter(Boolean).join(', '), asks};
}
