import {isLoopback} from '../aws/access.ts';
import {partitionOf} from '../aws/partition.ts';
import {FIPS_REGIONS, ROLES_ANYWHERE_REGIONS} from '../aws/region.ts';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** Where CreateSession is sent, and what the person should know about that. */
export interface Endpoint {
	/** Without a path, or with the path that precedes `/sessions`. */
	readonly url: URL;
	/** What named it: `AWS` itself, `--endpoint`, the name of a variable, or what else configured it. */
	readonly origin: string;
	/** Why it may not answer; calling it is still worth a try. */
	readonly warnings: readonly string[];
}

/** What decides on the endpoint. */
export interface EndpointChoice {
	/** Of the trust anchor. */
	readonly region: string;
	/** Given on the command line; wins over the environment. */
	readonly custom?: string | undefined;
	/** Read for the variables that every AWS SDK reads. */
	readonly env: Readonly<Record<string, string | undefined>>;
	/** From a config file, for programs that read one; counts where nothing else names an endpoint. */
	readonly configured?: {readonly url: string; readonly origin: string} | undefined;
}

/**
 * Finds the endpoint for a region, as the AWS SDKs do (fact sheet, EPT-01 to EPT-04): the one
 * given, else AWS_ENDPOINT_URL_ROLESANYWHERE, else AWS_ENDPOINT_URL, else the configured one, else the partition's own,
 * which AWS_USE_FIPS_ENDPOINT and AWS_USE_DUALSTACK_ENDPOINT vary.
 *
 * @throws {ExpectedError} `USAGE` for an address that is no http(s) URL, for a region name that
 * cannot be part of a host name, and for a custom address together with one of those two variables.
 */
export function findEndpoint({region, custom, env, configured}: EndpointChoice): Endpoint {
	const isFips = isTrue(env, 'AWS_USE_FIPS_ENDPOINT');
	const isDualStack = isTrue(env, 'AWS_USE_DUALSTACK_ENDPOINT');
	const given = findCustom(custom, env) ?? (configured && {text: configured.url, source: configured.origin});
	if (!given) {
		return standardEndpoint(region, {isFips, isDualStack});
	}

	if (isFips || isDualStack) {
		const variable = isFips ? 'AWS_USE_FIPS_ENDPOINT' : 'AWS_USE_DUALSTACK_ENDPOINT';
		throw usage(
			`${given.source} names an endpoint, and ${variable} asks for another kind of endpoint.`,
			`Unset ${variable}, or do not give an endpoint.`,
		);
	}

	return customEndpoint(given);
}

interface Custom {
	readonly text: string;
	readonly source: string;
}

function findCustom(custom: string | undefined, env: EndpointChoice['env']): Custom | undefined {
	if (custom !== undefined) {
		return {text: custom, source: '--endpoint'};
	}

	const variables = isTrue(env, 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS')
		? []
		: ['AWS_ENDPOINT_URL_ROLESANYWHERE', 'AWS_ENDPOINT_URL'];
	return variables.map(source => ({text: env[source] ?? '', source})).find(({text}) => text !== '');
}

function customEndpoint({text, source}: Custom): Endpoint {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isPlain = url?.protocol === 'http:';
	if (!url || !(isPlain || url.protocol === 'https:') || url.search !== '' || url.hash !== '' || url.username !== '') {
		throw usage(
			`${source} is no address of an endpoint: "${printable(text.replace(/\/\/.*@/, '//...@'))}".`,
			'Give one such as https://vpce-0123.rolesanywhere.us-east-1.vpce.amazonaws.com',
		);
	}

	const warnings =
		isPlain && !isLoopback(url.href)
			? [`Credentials come back unencrypted from ${printable(url.origin)}: anyone on the way can read them.`]
			: [];
	return {url, origin: source, warnings};
}

function standardEndpoint(region: string, {isFips, isDualStack}: {isFips: boolean; isDualStack: boolean}): Endpoint {
	if (!/^[a-z0-9-]{1,63}$/.test(region)) {
		throw usage(`"${printable(region)}" is not the name of an AWS region.`, 'Give one such as --region eu-central-1');
	}

	const partition = partitionOf(region) ?? partitionOf('us-east-1');
	const suffix = isDualStack ? partition?.dualStackDnsSuffix : partition?.dnsSuffix;
	const warnings = ROLES_ANYWHERE_REGIONS.includes(region)
		? []
		: [`IAM Roles Anywhere is not known to be in ${region}; trying all the same.`];
	if (isFips && !FIPS_REGIONS.includes(region)) {
		warnings.push(`IAM Roles Anywhere is not known to have a FIPS endpoint in ${region}; trying all the same.`);
	}

	const url = new URL(`https://rolesanywhere${isFips ? '-fips' : ''}.${region}.${suffix}`);
	return {url, origin: 'AWS', warnings};
}

function isTrue(env: EndpointChoice['env'], name: string): boolean {
	return env[name]?.toLowerCase() === 'true';
}

function usage(message: string, next: string): ExpectedError {
	return new ExpectedError('USAGE', message, {next: [next]});
}
