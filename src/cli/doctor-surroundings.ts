import {arch} from 'node:os';
import {setTimeout as delay} from 'node:timers/promises';
import type {AwsAccess} from '../aws/access.ts';
import {configuredEndpoints} from '../config-file/configured-endpoints.ts';
import {configLocations} from '../config-file/locations.ts';
import type {GatherOptions, Surroundings} from '../doctor/gather/surroundings.ts';
import {ExpectedError} from '../errors.ts';
import type {CommandContext} from './context.ts';

/** The world as doctor may use it. Nothing of the SDK is loaded before somebody administers the account. */
export async function doctorSurroundings(options: GatherOptions, context: CommandContext): Promise<Surroundings> {
	const {env, signal, now} = context;
	const sleep = (milliseconds: number) => delay(milliseconds, undefined, {signal});
	const endpoints = await administratorsEndpoints(options.adminProfile, context);
	return {
		options,
		env,
		platform: context.platform,
		architecture: arch(),
		workingDirectory: context.workingDirectory,
		program: context.program,
		userHome: () => context.userHome(),
		stateDirectory: () => context.stateDirectory(),
		now,
		randomBytes: context.randomBytes,
		sleep,
		signal,
		administer: region => ({
			region,
			credentials: lazyCredentials(region, options.adminProfile),
			endpoints,
			env,
			now,
			sleep,
			signal,
		}),
	};
}

function lazyCredentials(region: string, cliProfile: string | undefined): AwsAccess['credentials'] {
	let provider: AwsAccess['credentials'] | undefined;
	return async () => {
		const {adminCredentials} = await import('../aws/admin-credentials.ts');
		provider ??= adminCredentials({region, ...(cliProfile !== undefined && {cliProfile})});
		return provider();
	};
}

/** A config file that cannot be read is for doctor to tell, and names no endpoint. */
async function administratorsEndpoints(
	adminProfile: string | undefined,
	context: CommandContext,
): Promise<AwsAccess['endpoints']> {
	try {
		return await configuredEndpoints(adminProfile, {locations: configLocations(context), env: context.env});
	} catch (error) {
		if (error instanceof ExpectedError) {
			return {};
		}

		throw error;
	}
}
