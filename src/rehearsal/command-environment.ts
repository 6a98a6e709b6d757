import type {RehearsalAccess} from './access.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What would lead a program past the rehearsal, to AWS itself or to other credentials. */
const MISLEADING = [
	/^AWS_(?:DEFAULT_)?PROFILE$/,
	/^AWS_(?:SESSION|SECURITY)_TOKEN$/,
	/^AWS_CREDENTIAL_EXPIRATION$/,
	/^AWS_ENDPOINT_URL_/,
	/^AWS_IGNORE_CONFIGURED_ENDPOINT_URLS$/,
	/^AWS_USE_(?:FIPS|DUALSTACK)_ENDPOINT$/,
];

/** The variables of an environment that would lead programs past the rehearsal, in order. */
export function misleadingVariables(env: Environment): readonly string[] {
	return Object.keys(env)
		.filter(name => env[name] !== undefined && MISLEADING.some(pattern => pattern.test(name)))
		.sort();
}

/** The variables to set, besides those that every rehearsal has: an HTTP proxy must not swallow loopback. */
export function variablesFor(access: RehearsalAccess, env: Environment): Readonly<Record<string, string>> {
	const spared = env['NO_PROXY'] ?? env['no_proxy'] ?? '';
	const noProxy = [...new Set([...spared.split(',').filter(host => host !== ''), '127.0.0.1'])].join(',');
	return {...access.environment, NO_PROXY: noProxy, no_proxy: noProxy};
}

/** An environment in which programs take the rehearsal for AWS. */
export function commandEnvironment(access: RehearsalAccess, env: Environment): Record<string, string> {
	const misleading = new Set(misleadingVariables(env));
	const kept = Object.entries(env).flatMap(([name, value]) =>
		value === undefined || misleading.has(name) ? [] : [[name, value] as const],
	);
	return {...Object.fromEntries(kept), ...variablesFor(access, env)};
}
