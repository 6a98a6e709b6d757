import {type ConfigSurroundings, configLocations} from '../config-file/locations.ts';
import {readConfigFiles} from '../config-file/read-config-files.ts';
import {ExpectedError} from '../errors.ts';
import type {Detected} from './step.ts';

/**
 * What is known before anything is asked: from the environment, and from the AWS CLI profile that
 * administers the account. Never throws for files that cannot be read: then nothing is detected.
 *
 * @param adminProfile - As it was answered; else AWS_PROFILE counts.
 */
export async function detect(surroundings: ConfigSurroundings, adminProfile: string | undefined): Promise<Detected> {
	const {env} = surroundings;
	const fromEnvironment = env['AWS_PROFILE'];
	const region = await detectRegion(surroundings, adminProfile ?? (fromEnvironment || 'default'));
	return {
		...(fromEnvironment && {adminProfile: {value: fromEnvironment, origin: 'from AWS_PROFILE'}}),
		...(region && {region}),
	};
}

async function detectRegion(surroundings: ConfigSurroundings, cliProfile: string): Promise<Detected['region']> {
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
