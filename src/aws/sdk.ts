import {Readable} from 'node:stream';
import {ExpectedError} from '../errors.ts';
import {type AwsAccess, type AwsService, lineOf} from './access.ts';
import {AwsError} from './aws-error.ts';
import {exchange} from './exchange.ts';

/**
 * Keeps the SDK from writing its notice about Node versions over what is on the screen. The SDK
 * reads no option for it, only this process's environment, so it is set there, once.
 */
export function silenceSdk(): void {
	process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}

/** What clients of the SDK are made with. It retries throttles and passing faults by itself. */
export function clientOptions(access: AwsAccess, service: Exclude<AwsService, 'rolesanywhere'>) {
	silenceSdk();
	const endpoint = access.endpoints[service];
	return {
		region: access.region,
		credentials: access.credentials,
		maxAttempts: 6,
		requestHandler: requestHandler(access),
		...(endpoint !== undefined && {endpoint}),
	};
}

/**
 * Makes one call of an SDK client and gives its failures the shape that all of ours have.
 *
 * @param operation - Such as `iam:CreateRole`.
 * @throws {ExpectedError} `AwsError` when the service refuses, `ENDPOINT_UNREACHABLE` without an answer.
 */
export async function callSdk<Value>(operation: string, call: () => Promise<Value>): Promise<Value> {
	try {
		return await call();
	} catch (error) {
		throw error instanceof Error && !(error instanceof ExpectedError) ? explain(operation, error) : error;
	}
}

function explain(operation: string, error: Error): Error {
	// The SDK's own names for errors add "Exception" to what the service says.
	const said: unknown = 'Code' in error ? error.Code : undefined;
	const metadata = new Map(Object.entries('$metadata' in error ? (error.$metadata ?? {}) : {}));
	const status: unknown = metadata.get('httpStatusCode');
	const requestId: unknown = metadata.get('requestId');
	if (typeof status !== 'number') {
		return error;
	}

	return new AwsError(
		{
			operation,
			reason: typeof said === 'string' ? said : error.name,
			answer: error.message,
			status,
			...(typeof requestId === 'string' && {requestId}),
		},
		error,
	);
}

/** A request as the SDK hands it to whoever sends it. */
interface SdkRequest {
	readonly method: string;
	readonly protocol: string;
	readonly hostname: string;
	readonly port?: number | undefined;
	readonly path: string;
	readonly query?: Readonly<Record<string, string | readonly string[] | null>> | undefined;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

/** Sends the SDK's requests as all of ours are sent, so that proxies and AWS_CA_BUNDLE count for them too. */
function requestHandler(access: AwsAccess) {
	return {
		async handle({method, protocol, hostname, port, path, query, headers, body}: SdkRequest) {
			const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
			for (const [name, value] of Object.entries(query ?? {})) {
				url.searchParams.append(name, String(value ?? ''));
			}

			const answer = await exchange(
				{
					url,
					method,
					headers: Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length'),
					body: typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0),
				},
				lineOf(access),
			);
			const named = Object.entries(answer.headers).flatMap(([name, value]) =>
				value === undefined ? [] : [[name, value]],
			);
			const response = {
				statusCode: answer.status,
				headers: Object.fromEntries(named),
				body: Readable.from([Buffer.from(answer.body)]),
			};
			return {response};
		},
	};
}
