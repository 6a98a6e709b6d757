import {type IncomingMessage, request} from 'node:http';
import type {Socket} from 'node:net';
import {parseJson} from '../../../aws/answer-reader.ts';
import {proxyAuthorization} from '../../../aws/proxy.ts';
import {printable} from '../../../printable.ts';
import {titleOf} from '../../../session/service-error.ts';
import type {HttpEvidence} from '../../evidence/network.ts';
import {withoutSecrets} from '../without-secrets.ts';

/** More of an answer than this is not read, in bytes: a title stands at its beginning. */
const LONGEST = 64 * 1024;

/** Headers that tell who answered; none of them carries a session. */
const TELLING = [
	'content-type',
	'date',
	'location',
	'proxy-authenticate',
	'retry-after',
	'server',
	'via',
	'www-authenticate',
	'x-amzn-errortype',
	'x-amzn-requestid',
];

/** What is asked, over which line. */
export interface RootQuestion {
	readonly url: URL;
	/** Encrypted, if it is to be. */
	readonly line: Socket;
	/** When the line leads to a proxy that is to pass the request on. */
	readonly proxy: URL | undefined;
	readonly now: () => Date;
	readonly signal: AbortSignal;
}

/**
 * Asks for the root of the endpoint without a signature, which the service answers with 404 (fact sheet, EPT-06).
 *
 * @throws what the network says when no answer comes.
 */
export function askRoot({url, line, proxy, now, signal}: RootQuestion): Promise<HttpEvidence> {
	return new Promise((resolve, reject) => {
		const sentAt = now().getTime();
		const outgoing = request({
			createConnection: () => line,
			method: 'GET',
			path: proxy ? url.href : url.pathname,
			headers: {host: url.host, accept: '*/*', connection: 'close', ...(proxy && proxyAuthorization(proxy))},
			signal,
		});
		outgoing.on('error', reject);
		outgoing.on('response', response => {
			const middle = (sentAt + now().getTime()) / 2;
			beginningOf(response).then(body => resolve(evidenceOf(response, body, middle)), reject);
		});
		outgoing.end();
	});
}

function evidenceOf({statusCode = 0, headers}: IncomingMessage, body: string, middle: number): HttpEvidence {
	const title = titleOf(body);
	const clockOffset = Math.round(Date.parse(headers.date ?? '') - middle);
	const telling = TELLING.flatMap(name => {
		const value = headers[name];
		return value === undefined ? [] : [[name, shown(name, [value].flat().join(', '))] as const];
	});
	return {
		status: statusCode,
		headers: Object.fromEntries(telling),
		isService: isService(statusCode, headers, body),
		...(title !== undefined && {title: printable(title)}),
		...(!Number.isNaN(clockOffset) && {clockOffset}),
	};
}

function isService(status: number, headers: IncomingMessage['headers'], body: string): boolean {
	const json = parseJson(body);
	return (
		headers['x-amzn-errortype'] !== undefined ||
		headers['x-amzn-requestid'] !== undefined ||
		(typeof json === 'object' && json !== null) ||
		(status === 404 && body === '')
	);
}

/** Safe to show and to keep: the query of an address may hold a session. */
function shown(name: string, value: string): string {
	return printable(withoutSecrets(name === 'location' ? value.replace(/[?#].*$/s, '') : value, [])).slice(0, 300);
}

async function beginningOf(response: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of response) {
		const bytes = Buffer.from(chunk);
		length += bytes.length;
		chunks.push(bytes);
		if (length >= LONGEST) {
			break;
		}
	}

	return Buffer.concat(chunks).toString('utf8');
}
