import {SignatureV4} from '@smithy/signature-v4';
import {type AwsAccess, lineOf} from './access.ts';
import {type AnswerReader, parseJson, readAnswer} from './answer-reader.ts';
import {AwsError} from './aws-error.ts';
import {exchange, type HttpAnswer, type HttpRequest} from './exchange.ts';
import {partitionOf} from './partition.ts';
import {Sha256} from './sha256.ts';

/** The signing name of Roles Anywhere. */
const SERVICE = 'rolesanywhere';

/** Makes one signed REST-JSON call: operation (for messages), `METHOD /path?query`, body. */
export type RestCall = (operation: string, target: string, body?: unknown) => Promise<AnswerReader>;

/**
 * Calls Roles Anywhere as its REST-JSON protocol asks, signed with SigV4. Where the service refuses a signature and its
 * clock differs from ours, it is asked once more by its clock, and from then on, as the AWS SDKs do.
 *
 * The call throws `AwsError` for every answer other than success, `ExpectedError` `ENDPOINT_UNREACHABLE`
 * or `ENDPOINT_UNTRUSTED` without an answer, and what the credentials throw.
 */
export function createRestCall(access: AwsAccess): RestCall {
	const endpoint = access.endpoints.rolesanywhere ?? defaultEndpoint(access.region);
	let offset = 0;
	const ask = async (target: string, body: unknown) => {
		const at = new Date(access.now().getTime() + offset);
		return exchange(await sign(access, {endpoint, target, body, at}), lineOf(access));
	};

	return async (operation, target, body) => {
		const before = offset;
		let answer = await ask(target, body);
		const difference = clockDifference(answer, access.now());
		if (answer.status === 403 && Math.abs(difference - before) > CLOCK_SUSPECT_MS) {
			offset = difference;
			answer = await ask(target, body);
		}

		if (answer.status < 200 || answer.status > 299) {
			throw refusalOf(operation, answer);
		}

		return readAnswer(parseJson(answer.body));
	};
}

/** AWS takes signatures for five minutes; a clock that is off by more than this may be why one was refused. */
const CLOCK_SUSPECT_MS = 4 * 60_000;

/** How far the service's clock is ahead of ours, in milliseconds; 0 when it does not say. */
function clockDifference({headers}: HttpAnswer, now: Date): number {
	return Date.parse(headers['date'] ?? '') - now.getTime() || 0;
}

/** The regional endpoint of the control plane (fact sheet, section 3.1). */
function defaultEndpoint(region: string): string {
	return `https://rolesanywhere.${region}.${partitionOf(region)?.dnsSuffix ?? 'amazonaws.com'}`;
}

interface Unsigned {
	readonly endpoint: string;
	readonly target: string;
	readonly body: unknown;
	readonly at: Date;
}

async function sign(access: AwsAccess, {endpoint, target, body, at}: Unsigned): Promise<HttpRequest> {
	const [method = 'GET', pathAndQuery = '/'] = target.split(' ');
	const url = new URL(endpoint.replace(/\/+$/, '') + pathAndQuery);
	const text = body === undefined ? undefined : JSON.stringify(body);
	const signer = new SignatureV4({
		service: SERVICE,
		region: access.region,
		credentials: access.credentials,
		sha256: Sha256,
	});
	const signed = await signer.sign(
		{
			method,
			protocol: url.protocol,
			hostname: url.hostname,
			path: url.pathname,
			query: Object.fromEntries(url.searchParams),
			headers: {
				host: url.host,
				...(text !== undefined && {
					'content-type': 'application/json',
					'content-length': String(Buffer.byteLength(text)),
				}),
			},
			...(text !== undefined && {body: text}),
		},
		{signingDate: at},
	);
	return {url, method, headers: Object.entries(signed.headers), body: Buffer.from(text ?? '')};
}

/** The error's name comes in a header or in the body, sometimes with a namespace before or an address after it. */
function refusalOf(operation: string, {status, headers, body}: HttpAnswer): AwsError {
	const answer = readAnswer(parseJson(body));
	const named = headers['x-amzn-errortype'] ?? answer.text('__type') ?? answer.text('code') ?? `HTTP ${status}`;
	const requestId = headers['x-amzn-requestid'];
	return new AwsError({
		operation: `${SERVICE}:${operation}`,
		reason: named.split(':')[0]?.split('#').at(-1) ?? named,
		answer: answer.text('message') ?? answer.text('Message') ?? (body.slice(0, 200) || 'no message'),
		status,
		...(requestId !== undefined && {requestId}),
	});
}
