import {request as httpRequest, type IncomingMessage} from 'node:http';
import type {Socket} from 'node:net';
import {readBytes} from '../files/read.ts';
import {openConnection} from './connection.ts';
import {connectTimeout, readTimeout, unreachable} from './line-problem.ts';
import {proxyAuthorization, proxyFor} from './proxy.ts';

/** A request that is complete but for its length; the Host header is given. */
export interface HttpRequest {
	readonly url: URL;
	readonly method: string;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Uint8Array;
}

/** What came back. */
export interface HttpAnswer {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string | undefined>>;
	/** Read as UTF-8. */
	readonly body: string;
}

/** How the network is reached. */
export interface Line {
	/** Read for HTTPS_PROXY, HTTP_PROXY, NO_PROXY and AWS_CA_BUNDLE. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal;
	/** Milliseconds until name, connection, proxy and TLS must be settled. */
	readonly connectWithin: number;
	/** Milliseconds from then on until the answer must be there, whole. */
	readonly answerWithin: number;
}

/** Answers beyond this many bytes are refused: no service that is called here says as much. */
const LONGEST = 1024 * 1024;

/**
 * Sends one request over a connection of its own and reads the whole answer, whatever its status.
 * A proxy that the environment names is used, and so is AWS_CA_BUNDLE, instead of Node's own list
 * of certificate authorities and what NODE_EXTRA_CA_CERTS adds to it.
 *
 * @throws {ExpectedError} `ENDPOINT_UNREACHABLE`, `ENDPOINT_UNTRUSTED`; `FILE_MISSING` or `FILE_UNREADABLE` for AWS_CA_BUNDLE.
 * @throws the signal's reason once it is aborted.
 */
export async function exchange(request: HttpRequest, line: Line): Promise<HttpAnswer> {
	const {url} = request;
	const proxy = proxyFor(url, line.env);
	const bundle = line.env['AWS_CA_BUNDLE'];
	const authorities = bundle ? await readBytes(bundle) : undefined;
	const clock = new AbortController();
	const signal = AbortSignal.any([line.signal, clock.signal]);
	let timer = setTimeout(() => clock.abort(connectTimeout(url, proxy, line.connectWithin)), line.connectWithin);
	try {
		const socket = await openConnection({url, proxy, authorities, signal});
		clearTimeout(timer);
		timer = setTimeout(() => clock.abort(readTimeout(url, line.answerWithin)), line.answerWithin);
		return await converse(request, {socket, proxy, signal});
	} catch (error) {
		throw signal.aborted ? signal.reason : unreachable(url, proxy, error);
	} finally {
		clearTimeout(timer);
	}
}

function converse(
	{url, method, headers, body}: HttpRequest,
	{socket, proxy, signal}: {socket: Socket; proxy: URL | undefined; signal: AbortSignal},
): Promise<HttpAnswer> {
	const isForwarded = proxy !== undefined && url.protocol === 'http:';
	return new Promise((resolve, reject) => {
		const outgoing = httpRequest({
			createConnection: () => socket,
			method,
			path: isForwarded ? url.href : `${url.pathname}${url.search}`,
			headers: {...Object.fromEntries(headers), ...(isForwarded && proxyAuthorization(proxy))},
			signal,
		});
		outgoing.on('error', reject);
		outgoing.on('response', response => {
			readAnswer(response).then(resolve, reject);
		});
		outgoing.end(body);
	});
}

async function readAnswer(response: IncomingMessage): Promise<HttpAnswer> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of response) {
		const bytes = Buffer.from(chunk);
		length += bytes.length;
		if (length > LONGEST) {
			response.destroy();
			throw new Error(`the answer is longer than ${LONGEST} bytes`);
		}

		chunks.push(bytes);
	}

	const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
	return {
		status: response.statusCode ?? 0,
		headers: Object.fromEntries(headers),
		body: Buffer.concat(chunks).toString('utf8'),
	};
}
