import type {Line} from './exchange.ts';

/** Credentials that sign requests to AWS. */
export interface AwsCredentials {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken?: string;
}

/** The services that this program administers, as endpoint variables name them. */
export type AwsService = 'rolesanywhere' | 'iam' | 'sts';

/** How AWS, or something that speaks as it does, is reached. Only this differs between an account and a rehearsal. */
export interface AwsAccess {
	readonly region: string;
	/** Asked for each request, so that a provider may refresh. */
	readonly credentials: () => Promise<AwsCredentials>;
	/** Where to send instead of AWS's own endpoints. */
	readonly endpoints: Readonly<Partial<Record<AwsService, string>>>;
	/** Read for proxies and for AWS_CA_BUNDLE. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly now: () => Date;
	/** Resolves after so many milliseconds; rejects when the run is interrupted. */
	readonly sleep: (milliseconds: number) => Promise<void>;
	readonly signal: AbortSignal;
}

/** The network as administering calls use it: five seconds to connect, twenty for an answer. */
export function lineOf({env, signal}: AwsAccess): Line {
	return {env, signal, connectWithin: 5000, answerWithin: 20_000};
}

/**
 * Endpoints that environment variables name, as AWS's own tools read them: the service's variable
 * wins over the one for all, and AWS_IGNORE_CONFIGURED_ENDPOINT_URLS turns both off.
 */
export function endpointsOf(env: Readonly<Record<string, string | undefined>>): AwsAccess['endpoints'] {
	if (env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true') {
		return {};
	}

	const services = ['rolesanywhere', 'iam', 'sts'] as const;
	return Object.fromEntries(
		services.flatMap(service => {
			const endpoint = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] || env['AWS_ENDPOINT_URL'];
			return endpoint ? [[service, endpoint]] : [];
		}),
	);
}

/** True for an endpoint on this machine, where no quota is kept. */
export function isLoopback(endpoint: string | undefined): boolean {
	if (endpoint === undefined || !URL.canParse(endpoint)) {
		return false;
	}

	const {hostname} = new URL(endpoint);
	return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
