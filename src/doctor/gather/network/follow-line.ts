import {lookup} from 'node:dns/promises';
import {connect as connectPlain, isIP, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import {openTunnel, settled, TunnelRefused} from '../../../aws/connection.ts';
import {absent, type Look, seen, unseen} from '../../evidence/look.ts';
import type {NetworkEvidence, TlsEvidence} from '../../evidence/network.ts';
import {lookWithin} from '../look-within.ts';
import {askRoot} from './ask-root.ts';
import {lookAtTls} from './look-at-tls.ts';

/** Where the line leads, and what may be used of the world. */
export interface LineQuestion {
	readonly url: URL;
	readonly proxy: URL | undefined;
	/** PEM of what is trusted instead of the usual authorities. */
	readonly authorities: Uint8Array | undefined;
	readonly now: () => Date;
	readonly signal: AbortSignal;
	/** Milliseconds for each link before the answer. */
	readonly connectWithin: number;
	/** Milliseconds for the answer. */
	readonly answerWithin: number;
}

/** The links of the line. */
export type Links = Pick<NetworkEvidence, 'dns' | 'tcp' | 'tunnel' | 'tls' | 'http'>;

/**
 * Goes the way to an endpoint link by link: name, connection, the proxy's tunnel, TLS, one answer. It ends at the first
 * link that does not hold; a certificate that is not trusted ends it not, as nothing secret is sent. No connection stays.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function followLine(question: LineQuestion): Promise<Links> {
	const sockets: Socket[] = [];
	try {
		return await follow(question, socket => {
			socket.on('error', () => undefined);
			sockets.push(socket);
		});
	} finally {
		for (const socket of sockets) {
			socket.destroy();
		}
	}
}

async function follow(
	{url, proxy, authorities, now, signal, connectWithin, answerWithin}: LineQuestion,
	keep: (socket: Socket) => void,
): Promise<Links> {
	const isEncrypted = url.protocol === 'https:';
	const tunnelled = isEncrypted ? proxy : undefined;
	const patience = {within: connectWithin, signal};
	const first = addressOf(proxy ?? url);
	const dns = await lookWithin(patience, () => addressesOf(first.host));
	const reached = await onwards(dns, () => lookWithin(patience, within => open(first, {signal: within, keep})));
	const carried = await onwards(reached, ({socket}): Promise<Look<Carried>> | Look<Carried> =>
		tunnelled
			? lookWithin(patience, within => tunnel(socket, {url, proxy: tunnelled, authorities, signal: within, keep}))
			: seen({socket}),
	);
	const encrypted = await onwards(carried, ({socket}): Promise<Look<Encrypted>> | Look<Encrypted> => {
		if (!socket) {
			return notTried;
		}

		const {host} = addressOf(url);
		return isEncrypted
			? lookWithin(patience, within => lookAtTls({socket, host, authorities, signal: within, keep}))
			: seen({line: socket});
	});
	const http = await onwards(encrypted, ({line}) =>
		lookWithin({within: answerWithin, signal}, within =>
			askRoot({url, line, proxy: tunnelled ? undefined : proxy, now, signal: within}),
		),
	);
	return {
		dns,
		tcp: turned(reached, ({socket: {remoteAddress = first.host}}) => ({address: remoteAddress, port: first.port})),
		tunnel: turned(carried, ({status}) => (status === undefined ? undefined : {status}), tunnelled !== undefined),
		tls: turned(encrypted, ({evidence}) => evidence, isEncrypted),
		http,
	};
}

/** A connection that leads to the service, or what the proxy said instead. */
interface Carried {
	readonly socket?: Socket;
	/** The proxy's, where there is one. */
	readonly status?: number;
}

/** What the request can be written on. */
interface Encrypted {
	readonly line: Socket;
	readonly evidence?: TlsEvidence;
}

const notTried = unseen('nothing-to-look-at', 'The way did not lead so far.');

/** The next link, when the one before it holds. */
async function onwards<Before, After>(
	before: Look<Before>,
	next: (value: Before) => Look<After> | Promise<Look<After>>,
): Promise<Look<After>> {
	return before.state === 'seen' ? next(before.value) : notTried;
}

/** What is to be kept of a link; `absent` where the way has no such link. */
function turned<Value, Kept>(look: Look<Value>, keep: (value: Value) => Kept | undefined, isThere = true): Look<Kept> {
	if (look.state !== 'seen' || !isThere) {
		return isThere && look.state !== 'seen' ? look : absent;
	}

	const kept = keep(look.value);
	return kept === undefined ? absent : seen(kept);
}

interface Address {
	/** Without brackets. */
	readonly host: string;
	readonly port: number;
}

function addressOf({hostname, port, protocol}: URL): Address {
	return {host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'https:' ? 443 : 80)};
}

async function addressesOf(host: string): Promise<{readonly host: string; readonly addresses: readonly string[]}> {
	const found = await lookup(host, {all: true});
	return {host, addresses: found.map(({address}) => address)};
}

interface Keeping {
	readonly signal: AbortSignal;
	/** Takes charge of a connection. */
	readonly keep: (socket: Socket) => void;
}

async function open(address: Address, {signal, keep}: Keeping): Promise<{readonly socket: Socket}> {
	const socket = connectPlain(address);
	keep(socket);
	return {socket: await settled(socket, 'connect', signal)};
}

interface TunnelQuestion extends Keeping {
	readonly url: URL;
	readonly proxy: URL;
	readonly authorities: Uint8Array | undefined;
}

/** The tunnel, or the status with which the proxy refused it. */
async function tunnel(socket: Socket, {url, proxy, authorities, signal, keep}: TunnelQuestion): Promise<Carried> {
	const toProxy = proxy.protocol === 'https:' ? await encrypt(socket, {proxy, authorities, signal, keep}) : socket;
	try {
		await openTunnel(toProxy, {url, proxy, signal});
		return {socket: toProxy, status: 200};
	} catch (error) {
		if (error instanceof TunnelRefused) {
			return {status: error.status};
		}

		throw error;
	}
}

/** TLS to the proxy itself, whose certificate is judged: a password may be sent to it. */
async function encrypt(
	socket: Socket,
	{proxy, authorities, signal, keep}: Omit<TunnelQuestion, 'url'>,
): Promise<Socket> {
	const {host} = addressOf(proxy);
	const line = connectTls({
		socket,
		host,
		...(isIP(host) === 0 && {servername: host}),
		...(authorities && {ca: Buffer.from(authorities)}),
	});
	keep(line);
	return settled(line, 'secureConnect', signal);
}
