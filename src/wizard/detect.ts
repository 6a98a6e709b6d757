import {configLocations} from '../config-file/locations.ts';
import {readConfigFiles} from '../config-file/read-config-files.ts';
import {ExpectedError} from '../errors.ts';
import {findRehearsalRegion} from '../setup/open-access.ts';
import {type PlaceSurroundings, rehearsalBase} from '../setup/place.ts';
import type {Answers} from './answers.ts';
import {problemWithEndEntitySubject} from './names.ts';
import type {Detected} from './step.ts';

/** What detecting looks at. */
export interface DetectSurroundings extends PlaceSurroundings {
	/** What this machine calls itself. */
	hostName(): string;
}

/**
 * What is known before anything is asked: from the environment, from the AWS CLI profile that administers the account,
 * from the rehearsal that is there, and from the name of this machine. Config files that cannot be read tell nothing.
 *
 * @param given - Decides which CLI profile counts (else AWS_PROFILE does), and whether a rehearsal does.
 * @throws {ExpectedError} `REHEARSAL_STATE_UNREADABLE`, `FILE_UNREADABLE`, only for a rehearsal.
 */
export async function detect(
	{adminProfile, rehearse}: Pick<Answers, 'adminProfile' | 'rehearse'>,
	surroundings: DetectSurroundings,
): Promise<Detected> {
	const {env} = surroundings;
	const fromEnvironment = env['AWS_PROFILE'];
	const region = await detectRegion(surroundings, adminProfile ?? (fromEnvironment || 'default'));
	const rehearsal =
		rehearse === true ? await findRehearsalRegion(rehearsalBase(surroundings), surroundings.env) : undefined;
	return {
		...(fromEnvironment && {adminProfile: {value: fromEnvironment, origin: 'from AWS_PROFILE'}}),
		...(region && {region}),
		...(rehearsal !== undefined && {rehearsalRegion: {value: rehearsal, origin: 'of the rehearsal that is there'}}),
		...detectSubject(surroundings.hostName()),
	};
}

function detectSubject(hostName: string): Pick<Detected, 'subject'> {
	const value = `CN=${hostName}`;
	return problemWithEndEntitySubject(value) === undefined ? {subject: {value, origin: 'the name of this machine'}} : {};
}

async function detectRegion(surroundings: DetectSurroundings, cliProfile: string): Promise<Detected['region']> {
	for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
		const value = surroundings.env[name];
		if (value) {
			return {value, origin: `from ${name}`};
		}
	}

	try {
		const place = {locations: configLocations(surroundings), platform: 'posix' as const, env: surroundings.env};
		const {configSections} = await readConfigFiles(cliProfile, place);
		const found = configSections.flatMap(({keys}) => keys).find(({written}) => written === 'region');
		return found && {value: found.value, origin: `from the AWS CLI profile ${cliProfile}`};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}
