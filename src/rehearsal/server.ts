import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {Socket} from 'node:net';
import type {Header} from '../session/canonical-request.ts';
import type {ReceivedRequest} from '../session/verify.ts';
import type {Reply} from './reply.ts';

/** Only this machine can reach the server. */
export const LOOPBACK = '127.0.0.1';

/** Larger than any request of the emulated services; more is answered with 413. */
const MAXIMUM_BODY = 1024 * 1024;
/** Five ML-DSA certificates in the chain header need about 70 kB. */
const MAXIMUM_HEADERS = 128 * 1024;
/** Milliseconds for a request to arrive in full. */
const PATIENCE = 30_000;

/** A server that is listening. */
export interface ListeningServer {
	readonly port: number;
	/** Ends every connection. */
	close(): Promise<void>;
}

/** How to serve. */
export interface Serving {
	/** 0 lets the system choose. */
	readonly port: number;
	/** Sent with every answer besides its own. */
	readonly headers: Readonly<Record<string, string>>;
	readonly now: () => Date;
	/** When it rejects, the connection is cut. */
	readonly answer: (received: ReceivedRequest) => Promise<Reply>;
}

/**
 * Serves HTTP on the loopback interface. Whatever bytes arrive, the server keeps running: what is
 * no HTTP is answered with 400 and cut off.
 *
 * @throws what `listen` fails with, such as `EADDRINUSE`.
 */
export async function startServer(serving: Serving): Promise<ListeningServer> {
	const server = createServer(
		{
			maxHeaderSize: MAXIMUM_HEADERS,
			headersTimeout: PATIENCE,
			requestTimeout: PATIENCE,
			keepAliveTimeout: 5000,
		},
		(request, response) => {
			serve(request, response, serving).catch(() => response.destroy());
		},
	);
	server.on('clientError', cutOff);
	const port = await listen(server, serving.port);
	return {
		port,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({host: LOOPBACK, port, exclusive: true}, () => {
			server.off('error', reject);
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

async function serve(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
	const body = await readBody(request);
	if (body === 'broken') {
		response.destroy();
		return;
	}

	const reply =
		body === 'too large'
			? {status: 413, headers: {connection: 'close'}, body: ''}
			: await serving.answer(receivedRequest(request, body));
	response.writeHead(reply.status, {
		date: serving.now().toUTCString(),
		...serving.headers,
		...reply.headers,
		'content-length': Buffer.byteLength(reply.body),
	});
	response.end(request.method === 'HEAD' ? undefined : reply.body);
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | 'too large' | 'broken'> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const chunk of request.iterator({destroyOnReturn: false})) {
			size += chunk.length;
			if (size > MAXIMUM_BODY) {
				return 'too large';
			}

			chunks.push(chunk);
		}
	} catch {
		return 'broken';
	}

	return Buffer.concat(chunks);
}

/** The request as it came off the wire; Node decodes nothing in targets and header values. */
function receivedRequest({method = '', url = '', rawHeaders}: IncomingMessage, body: Uint8Array): ReceivedRequest {
	const end = url.indexOf('?');
	const headers: Header[] = [];
	for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
		headers.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
	}

	return {
		method,
		rawPath: end === -1 ? url : url.slice(0, end),
		rawQuery: end === -1 ? '' : url.slice(end + 1),
		headers,
		body,
	};
}

function cutOff(error: Error & {readonly code?: string}, socket: Socket): void {
	if (error.code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}

	const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
