import {configuredEndpoints} from '../../../config-file/configured-endpoints.ts';
import {ExpectedError} from '../../../errors.ts';
import {printable} from '../../../printable.ts';
import {type Endpoint, findEndpoint} from '../../../session/endpoint.ts';
import type {ConfigEvidence} from '../../evidence/config.ts';
import {seenIn} from '../../evidence/look.ts';
import type {Before} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';

/** Where the requests of a command go. */
export interface WayToService extends Endpoint {
	/** That requests are signed for. */
	readonly region: string;
}

/**
 * Where what is run for credentials sends its requests: by its flags, the environment, for the official helper the config
 * file too (fact sheet, HLP-02), and the region of its trust anchor.
 *
 * @returns Undefined when nothing says which region.
 * @throws {ExpectedError} `USAGE` for what can be no endpoint.
 */
export async function findWayToService(
	{command, config}: Pick<Before, 'command' | 'config'>,
	{env}: Pick<Surroundings, 'env'>,
): Promise<WayToService | undefined> {
	const found = command && seenIn(command);
	const {order} = found ?? {};
	const region = order?.region ?? regionIn(order?.trustAnchorArn);
	if (region === undefined) {
		return undefined;
	}

	const isOfficial = found !== undefined && seenIn(found.program)?.maker === 'official-helper';
	const configured = isOfficial && config ? await endpointInFiles(config, env) : undefined;
	return {...findEndpoint({region, custom: order?.endpoint, env, configured}), region};
}

/** The region of an ARN, however strange the rest of it is. */
export function regionIn(arn: string | undefined): string | undefined {
	return arn?.split(':')[3] || undefined;
}

/**
 * What the files name for the CLI profile of the environment: a program that a client runs is not told which CLI profile
 * the client itself was given.
 */
async function endpointInFiles(
	{config, credentials}: ConfigEvidence,
	env: Surroundings['env'],
): Promise<{readonly url: string; readonly origin: string} | undefined> {
	const file = seenIn(config)?.path;
	if (file === undefined) {
		return undefined;
	}

	try {
		const locations = {config: file, credentials: seenIn(credentials)?.path ?? file};
		const {rolesanywhere} = await configuredEndpoints(undefined, {locations, env});
		return rolesanywhere === undefined ? undefined : {url: rolesanywhere, origin: `endpoint_url in ${printable(file)}`};
	} catch (error) {
		if (error instanceof ExpectedError) {
			return undefined;
		}

		throw error;
	}
}
