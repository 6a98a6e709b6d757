import {createServer, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {createServer as createTlsServer} from 'node:https';
import {type AddressInfo, connect, type Server} from 'node:net';
import {onTestFinished} from 'vitest';
import type {ReceivedRequest} from '../../src/session/verify.ts';

/** A recorded answer of a server that is not ours, or `silence`, or `cut` for a connection that is closed at once. */
export type RecordedAnswer =
	| {readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string}
	| 'silence'
	| 'cut';

/** A server on loopback that plays back answers, the last one again and again, and keeps what it was asked. */
export interface LoopbackServer {
	readonly port: number;
	readonly url: string;
	readonly received: readonly ReceivedRequest[];
}

/** Starts such a server; it ends with the test. With `tls` it speaks https. */
export async function playBack(
	answers: readonly RecordedAnswer[],
	tls?: {readonly key: string; readonly cert: string},
): Promise<LoopbackServer> {
	const received: ReceivedRequest[] = [];
	const listener = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
		received.push(await readRequest(incoming));
		const answer = answers[Math.min(received.length, answers.length) - 1];
		if (answer === 'cut') {
			incoming.socket.destroy();
		} else if (answer !== undefined && answer !== 'silence') {
			response.writeHead(answer.status, answer.headers).end(answer.body);
		}
	};
	const server = tls ? createTlsServer({...tls}) : createServer();
	server.on('request', (incoming: IncomingMessage, response: ServerResponse) => void listener(incoming, response));
	const port = await listen(server);
	return {port, url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, received};
}

/** A forward proxy on loopback that takes every connection to one port, whatever name is asked for. */
export interface LoopbackProxy {
	readonly url: string;
	/** `CONNECT host:port` or `POST http://…` for each request, then the user it came with. */
	readonly asked: readonly string[];
}

/** Starts such a proxy; it ends with the test. With `refusal` it answers every tunnel with that status. */
export async function startProxy(port: number, refusal?: number): Promise<LoopbackProxy> {
	const asked: string[] = [];
	const note = ({method, url, headers}: IncomingMessage): void => {
		const user = headers['proxy-authorization'] ?? '';
		asked.push([method, url, Buffer.from(user.replace('Basic ', ''), 'base64')].join(' ').trim());
	};
	const server = createServer((incoming, response) => {
		note(incoming);
		const {pathname, search} = new URL(incoming.url ?? '');
		const {method, headers} = incoming;
		const onwards = request({host: '127.0.0.1', port, method, path: `${pathname}${search}`, headers}, answer => {
			response.writeHead(answer.statusCode ?? 0, answer.headers);
			answer.pipe(response);
		});
		incoming.pipe(onwards);
	});
	server.on('connect', (incoming: IncomingMessage, socket) => {
		note(incoming);
		if (refusal !== undefined) {
			socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
			return;
		}

		const onwards = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			onwards.pipe(socket);
			socket.pipe(onwards);
		});
		onwards.on('error', () => socket.destroy());
		socket.on('error', () => onwards.destroy());
	});
	return {url: `http://127.0.0.1:${await listen(server)}`, asked};
}

/** Has a server listen on a free port of loopback until the test ends. */
export async function listen(server: Server): Promise<number> {
	const sockets = new Set<{destroy(): void}>();
	server.on('connection', socket => sockets.add(socket));
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(async () => {
		for (const socket of sockets) {
			socket.destroy();
		}

		await new Promise(resolve => server.close(resolve));
	});
	return portOf(server.address());
}

function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === 'string') {
		throw new Error('the server does not listen on a port');
	}

	return address.port;
}

async function readRequest(incoming: IncomingMessage): Promise<ReceivedRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) {
		chunks.push(Buffer.from(chunk));
	}

	const {method = '', url = '', rawHeaders} = incoming;
	const [rawPath = '', ...query] = url.split('?');
	const names = rawHeaders.filter((_text, index) => index % 2 === 0);
	return {
		method,
		rawPath,
		rawQuery: query.join('?'),
		headers: names.map((name, index) => [name, rawHeaders[2 * index + 1] ?? '']),
		body: Buffer.concat(chunks),
	};
}
