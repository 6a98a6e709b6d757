import {createServer as createHttpServer, type IncomingMessage, request, type ServerResponse} from 'node:http';
import {type AddressInfo, connect, createServer, type Server, type Socket} from 'node:net';
import {createServer as createTlsServer, TLSSocket} from 'node:tls';
import {issueForTest, type TestCertificate} from './certificates.ts';

/** Something on loopback that stands between a client and the service. It does not end by itself. */
export interface Obstacle {
	readonly port: number;
	/** `http://127.0.0.1:PORT`, or https. */
	readonly url: string;
	/** Lets go of the port and of every connection. */
	close(): Promise<void>;
}

/** A certificate authority of a test: an inspecting proxy's, or a company's own. */
export interface Authority {
	/** What AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS would have to hold. */
	readonly pem: string;
	/** RFC 4514. */
	readonly name: string;
	/** Certificate and key in PEM for a TLS server; good for 127.0.0.1 unless other names are given. */
	certify(differsBy?: ServerCertificate): Promise<{readonly cert: string; readonly key: string}>;
}

/** How the certificate of a server differs from a good one for 127.0.0.1. */
export interface ServerCertificate {
	/** DNS names and IPv4 addresses. */
	readonly hosts?: readonly string[];
	readonly notBefore?: Date;
	readonly notAfter?: Date;
}

/** TLS libraries look at the real clock, whatever the test's says. */
const LONG = {notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z')};
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

/** Makes an authority whose certificate nobody has in their list of trusted ones. */
export async function makeAuthority(name = 'CN=Example Inspection CA,O=Example'): Promise<Authority> {
	const authority = await issueForTest({role: 'anchor', subject: name, ...LONG});
	return {pem: authority.pem, name, certify: differsBy => certifyServer(authority, differsBy)};
}

async function certifyServer(
	signedBy: TestCertificate,
	{hosts = ['127.0.0.1'], ...validity}: ServerCertificate = {},
): Promise<{readonly cert: string; readonly key: string}> {
	const [first = '127.0.0.1'] = hosts;
	const {pem, privateKey} = await issueForTest({
		subject: `CN=${first},O=Example`,
		...LONG,
		...validity,
		signedBy,
		extendedKeyUsage: [SERVER_AUTHENTICATION],
		subjectAlternativeName: hosts.map(host => (/^[\d.]+$/.test(host) ? {ip: host} : {dns: host})),
	});
	return {cert: `${pem}${signedBy.pem}`, key: privateKey.export({type: 'pkcs8', format: 'pem'}).toString()};
}

/**
 * TLS in front of a server that speaks plain HTTP, such as a rehearsal: whoever trusts the authority and is content with
 * the certificate gets the server's own answers. With another authority, other hosts or another validity it is an
 * inspecting proxy, a wrong host, an expired certificate.
 */
export async function tlsInFrontOf(
	port: number,
	authority: Authority,
	differsBy?: ServerCertificate,
): Promise<Obstacle> {
	const server = createTlsServer(await authority.certify(differsBy), socket =>
		join(socket, connect(port, '127.0.0.1')),
	);
	return listen(server, 'https');
}

/** How a forward proxy behaves. */
export interface ProxyBehaviour {
	/** Every request for a tunnel, and every forwarded one, is answered with this status; 407 asks for a password. */
	readonly refusal?: number;
	/** Asks for this user, 407 otherwise. */
	readonly login?: {readonly user: string; readonly password: string};
	/** Opens TLS with certificates of this authority, which are made for whatever host is asked for. */
	readonly inspection?: Authority;
}

/** A forward proxy that takes every connection to one port of loopback, whatever host is asked for, and opens no other. */
export async function proxyTo(port: number, behaviour: ProxyBehaviour = {}): Promise<Obstacle> {
	const server = createHttpServer((incoming, response) => {
		const refusal = refusalOf(incoming, behaviour);
		if (refusal === undefined) {
			forward(incoming, response, port);
		} else {
			response.writeHead(refusal, refusalHeaders(refusal)).end('No.');
		}
	});
	server.on('connect', (incoming: IncomingMessage, socket: Socket) => {
		const refusal = refusalOf(incoming, behaviour);
		if (refusal !== undefined) {
			const headers = Object.entries(refusalHeaders(refusal)).map(([name, value]) => `${name}: ${value}\r\n`);
			socket.end(`HTTP/1.1 ${refusal} No\r\n${headers.join('')}content-length: 0\r\n\r\n`);
			return;
		}

		void tunnel(incoming, socket, port, behaviour.inspection);
	});
	return listen(server, 'http');
}

async function tunnel(
	{url = ''}: IncomingMessage,
	socket: Socket,
	port: number,
	inspection: Authority | undefined,
): Promise<void> {
	const [host = ''] = url.split(':');
	const certified = inspection && (await inspection.certify({hosts: [host]}));
	socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
	const inner = certified ? new TLSSocket(socket, {isServer: true, ...certified}) : socket;
	join(inner, connect(port, '127.0.0.1'));
}

function refusalOf({headers}: IncomingMessage, {refusal, login}: ProxyBehaviour): number | undefined {
	const wanted = login && `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
	return refusal ?? (wanted !== undefined && headers['proxy-authorization'] !== wanted ? 407 : undefined);
}

function refusalHeaders(status: number): Readonly<Record<string, string>> {
	return status === 407 ? {'proxy-authenticate': 'Basic realm="Example proxy"'} : {};
}

/** Passes a request on and its answer back, which `change` may alter. */
function forward(
	incoming: IncomingMessage,
	response: ServerResponse,
	port: number,
	change: (headers: Record<string, string | string[] | undefined>) => object = headers => headers,
): void {
	const {method, headers, url = '/'} = incoming;
	const target = url.startsWith('/') ? url : url.replace(/^\w+:\/\/[^/]*/, '');
	const onwards = request({host: '127.0.0.1', port, method, path: target || '/', headers, agent: false}, answer => {
		response.writeHead(answer.statusCode ?? 0, {...change(answer.headers)});
		answer.pipe(response);
	});
	onwards.on('error', () => response.destroy());
	incoming.pipe(onwards);
}

/** What answers every request with the page of a network that wants a login first; with `location`, sends there instead. */
export async function captivePortal(
	title = 'Example Guest Wi-Fi: sign in',
	{location}: {readonly location?: string} = {},
): Promise<Obstacle> {
	return location === undefined
		? answeringAlways({
				status: 200,
				headers: {'content-type': 'text/html'},
				body: `<!doctype html><title>${title}</title>`,
			})
		: answeringAlways({status: 302, headers: {location, 'content-type': 'text/html'}, body: '<a href="/">Moved</a>'});
}

/** What gives one answer to everything, such as 429 or 503 as the service would write them. */
export async function answeringAlways({
	status,
	headers = {},
	body = '',
}: {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
}): Promise<Obstacle> {
	return listen(
		createHttpServer((incoming, response) => {
			incoming.resume();
			response.writeHead(status, headers).end(body);
		}),
		'http',
	);
}

/** The answer of the service to more requests than it allows. */
export const THROTTLED = {
	status: 429,
	headers: {
		'content-type': 'application/json',
		'x-amzn-errortype': 'ThrottlingException',
		'x-amzn-requestid': '429a-example',
	},
	body: '{"message":"Rate exceeded"}',
} as const;

/** The answer of a service that is out of order. */
export const OUT_OF_ORDER = {
	status: 503,
	headers: {
		'content-type': 'application/json',
		'x-amzn-errortype': 'ServiceUnavailable',
		'x-amzn-requestid': '503a-example',
	},
	body: '{"message":"Service unavailable"}',
} as const;

/** Takes connections and never says a word. */
export async function blackHole(): Promise<Obstacle> {
	return listen(createServer(), 'http');
}

/** Takes connections and cuts them off with a reset as soon as something is said. */
export async function cutter(): Promise<Obstacle> {
	return listen(
		createServer(socket => {
			socket.on('error', () => undefined);
			socket.once('data', () => socket.resetAndDestroy());
		}),
		'http',
	);
}

/** In front of a server of plain HTTP: its answers, with a `Date` that is so many milliseconds away from what it said. */
export async function otherTime(port: number, offset: number): Promise<Obstacle> {
	return listen(
		createHttpServer((incoming, response) =>
			forward(incoming, response, port, ({date, ...headers}) => ({
				...headers,
				date: new Date(Date.parse(String(date)) + offset).toUTCString(),
			})),
		),
		'http',
	);
}

/** An address of loopback where nothing listens. */
export async function closedPort(): Promise<{readonly port: number; readonly url: string}> {
	const {port, url, close} = await listen(createServer(), 'http');
	await close();
	return {port, url};
}

/** A host that no resolver knows (RFC 6761, section 6.4). */
export const UNKNOWN_HOST = 'rolesanywhere.us-east-1.example.invalid';

function join(one: Socket, other: Socket): void {
	one.on('error', () => other.destroy()).pipe(other);
	other.on('error', () => one.destroy()).pipe(one);
	one.on('close', () => other.destroy());
	other.on('close', () => one.destroy());
}

async function listen(server: Server, scheme: 'http' | 'https'): Promise<Obstacle> {
	const sockets = new Set<Socket>();
	server.on('connection', (socket: Socket) => {
		socket.on('error', () => undefined);
		socket.on('close', () => sockets.delete(socket));
		sockets.add(socket);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	const port = portOf(server.address());
	return {
		port,
		url: `${scheme}://127.0.0.1:${port}`,
		close: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				for (const socket of sockets) {
					socket.destroy();
				}
			}),
	};
}

function portOf(address: AddressInfo | string | null): number {
	if (address === null || typeof address === 'string') {
		throw new Error('the server does not listen on a port');
	}

	return address.port;
}
