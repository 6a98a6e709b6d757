import {connect} from 'node:net';
import {SignatureV4} from '@smithy/signature-v4';
import {onTestFinished} from 'vitest';
import {Sha256} from '../../src/aws/sha256.ts';
import {createRehearsal, type Rehearsal, type RehearsalOptions} from '../../src/rehearsal/create-rehearsal.ts';
import {isRecord} from '../../src/rehearsal/shape.ts';
import {testTime} from './certificates.ts';

/** A rehearsal that ends with the test; its clock stands at the time of the test certificates. */
export async function rehearsalForTest(options: RehearsalOptions = {}): Promise<Rehearsal> {
	const rehearsal = await createRehearsal({now: () => testTime, ...options});
	onTestFinished(() => rehearsal.close());
	return rehearsal;
}

/** A request that is signed and ready to go over the wire. */
export interface WireRequest {
	readonly method: string;
	/** Path and query. */
	readonly target: string;
	readonly headers: readonly (readonly [string, string])[];
	readonly body: string;
}

/** What came back. */
export interface WireAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: string;
}

/** How an administrator's request is to be. */
export interface AdminRequest {
	readonly service: 'rolesanywhere' | 'iam' | 'sts' | 's3';
	readonly method?: string;
	readonly path?: string;
	readonly query?: Readonly<Record<string, string | string[]>>;
	/** Objects are sent as JSON, text as a form. */
	readonly body?: object | string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly region?: string;
	readonly at?: Date;
	/** Instead of the administrator's. */
	readonly credentials?: {
		readonly accessKeyId: string;
		readonly secretAccessKey: string;
		readonly sessionToken?: string;
	};
}

/** Signs a request with the AWS SDK's own signer, which is not ours. */
export async function signForTest(rehearsal: Rehearsal, request: AdminRequest): Promise<WireRequest> {
	const {service, method = 'GET', path = '/', query = {}, body, region = rehearsal.region, at = testTime} = request;
	const text = typeof body === 'object' ? JSON.stringify(body) : (body ?? '');
	const type = typeof body === 'object' ? 'application/json' : 'application/x-www-form-urlencoded; charset=utf-8';
	const signer = new SignatureV4({
		service,
		region,
		credentials: request.credentials ?? rehearsal.adminCredentials,
		sha256: Sha256,
	});
	const signed = await signer.sign(
		{
			method,
			protocol: 'http:',
			hostname: '127.0.0.1',
			path,
			query: {...query},
			headers: {
				host: `127.0.0.1:${rehearsal.port}`,
				...(body !== undefined && {'content-type': type}),
				...request.headers,
			},
			body: text,
		},
		{signingDate: at},
	);
	const pairs = Object.entries(query).flatMap(([name, value]) =>
		[value].flat().map(item => `${encode(name)}=${encode(item)}`),
	);
	return {
		method,
		target: pairs.length === 0 ? path : `${path}?${pairs.join('&')}`,
		headers: Object.entries(signed.headers),
		body: text,
	};
}

/** As every AWS SDK puts text into a query. */
function encode(text: string): string {
	return encodeURIComponent(text).replace(/[!'()*]/g, byte => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The request as bytes of HTTP/1.1. */
export function bytesOf({method, target, headers, body}: WireRequest): Buffer {
	const lines = headers.map(([name, value]) => `${name}: ${value}`);
	const head = [
		`${method} ${target} HTTP/1.1`,
		...lines,
		`content-length: ${Buffer.byteLength(body)}`,
		'connection: close',
	];
	return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
}

/** Sends bytes as they are and gives back all that is answered until the server hangs up. */
export function sendBytes(port: number, bytes: Uint8Array): Promise<string> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
		socket.on('data', chunk => chunks.push(chunk));
		socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
		socket.on('error', error => ('code' in error && error.code === 'ECONNREFUSED' ? reject(error) : undefined));
	});
}

/** The status of an answer from {@link sendBytes}; undefined when the server hung up without one. */
export function statusOf(answer: string): number | undefined {
	const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(answer) ?? [];
	return status === undefined ? undefined : Number(status);
}

/** Signs, sends, and gives back the answer. */
export async function call(rehearsal: Rehearsal, request: AdminRequest): Promise<WireAnswer> {
	return fetchWire(rehearsal, await signForTest(rehearsal, request));
}

/** Sends a signed request over an ordinary HTTP client. */
export async function fetchWire(
	{endpoint}: Rehearsal,
	{method, target, headers, body}: WireRequest,
): Promise<WireAnswer> {
	const answer = await fetch(`${endpoint}${target}`, {
		method,
		headers: headers.filter(([name]) => name !== 'host').map(([name, value]): [string, string] => [name, value]),
		...(body !== '' && {body}),
	});
	return {status: answer.status, headers: answer.headers, body: await answer.text()};
}

/** Calls Roles Anywhere and reads the JSON; a refusal is `code: message`. */
export async function callRolesAnywhere(
	rehearsal: Rehearsal,
	target: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`,
	body?: object,
	query: Readonly<Record<string, string | string[]>> = {},
): Promise<{readonly status: number; readonly value: Readonly<Record<string, unknown>>; readonly refusal: string}> {
	const [method = '', path = ''] = target.split(' ');
	const answer = await call(rehearsal, {service: 'rolesanywhere', method, path, query, ...(body && {body})});
	const value: unknown = JSON.parse(answer.body);
	const {message} = isRecord(value) ? value : {};
	return {
		status: answer.status,
		value: isRecord(value) ? value : {},
		refusal: answer.status < 300 ? '' : `${answer.headers.get('x-amzn-errortype')}: ${message}`,
	};
}

/** Calls IAM or STS with a form; gives back status and XML. */
export async function callQuery(
	rehearsal: Rehearsal,
	service: 'iam' | 'sts',
	parameters: Readonly<Record<string, string>>,
): Promise<{readonly status: number; readonly xml: string; readonly code: string}> {
	const body = new URLSearchParams({
		Version: service === 'iam' ? '2010-05-08' : '2011-06-15',
		...parameters,
	}).toString();
	const answer = await call(rehearsal, {service, method: 'POST', body});
	return {status: answer.status, xml: answer.body, code: /<Code>(.*?)<\/Code>/.exec(answer.body)?.[1] ?? ''};
}

/** A member of a JSON answer, such as `member(value, 'trustAnchor', 'trustAnchorId')`, as text. */
export function member(value: unknown, ...path: readonly (string | number)[]): string {
	return String(memberOf(value, ...path));
}

/** A member of a JSON answer as it is; undefined when it is not there. */
export function memberOf(value: unknown, ...path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((inner, name) => {
		if (Array.isArray(inner) && typeof name === 'number') {
			return inner[name];
		}

		return isRecord(inner) ? inner[String(name)] : undefined;
	}, value);
}
