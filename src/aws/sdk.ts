import {ExpectedError} from '../errors.ts';
import type {AwsAccess, AwsService} from './access.ts';
import {AwsError, unreachable} from './aws-error.ts';

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
		...(endpoint !== undefined && {endpoint}),
	};
}

/**
 * Makes one call of an SDK client and gives its failures the shape that all of ours have.
 *
 * @param operation - Such as `iam:CreateRole`.
 * @throws {ExpectedError} `AwsError` when the service refuses, `AWS_UNREACHABLE` without an answer.
 */
export async function callSdk<Value>(
	operation: string,
	{endpoints, region, signal}: AwsAccess,
	call: () => Promise<Value>,
): Promise<Value> {
	try {
		return await call();
	} catch (error) {
		const service = operation.startsWith('iam') ? 'iam' : 'sts';
		throw signal.aborted ? error : explain(operation, endpoints[service] ?? `${service} (${region})`, error);
	}
}

function explain(operation: string, endpoint: string, error: unknown): unknown {
	if (error instanceof ExpectedError || !(error instanceof Error)) {
		return error;
	}

	const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
	const status = numberIn(metadata, 'httpStatusCode');
	if (status !== undefined) {
		const requestId = textIn(metadata, 'requestId');
		return new AwsError(
			{operation, reason: error.name, answer: error.message, status, ...(requestId !== undefined && {requestId})},
			error,
		);
	}

	return 'code' in error || error.name === 'TimeoutError' ? unreachable(operation, endpoint, error) : error;
}

function numberIn(value: unknown, name: string): number | undefined {
	const found = memberOf(value, name);
	return typeof found === 'number' ? found : undefined;
}

function textIn(value: unknown, name: string): string | undefined {
	const found = memberOf(value, name);
	return typeof found === 'string' ? found : undefined;
}

function memberOf(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
