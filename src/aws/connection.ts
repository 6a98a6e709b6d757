import {request as httpRequest} from 'node:http';
import {connect as connectPlain, isIP, type Socket} from 'node:net';
import {connect as connectTls} from 'node:tls';
import {proxyAuthorization} from './proxy.ts';

/** Where a connection leads, and how. */
export interface Route {
	readonly url: URL;
	readonly proxy: URL | undefined;
	/** PEM of the certificate authorities to trust instead of the usual ones. */
	readonly authorities: Uint8Array | undefined;
	readonly signal: AbortSignal;
}

/** A proxy's answer to a request for a tunnel that was not yes. */
export class TunnelRefused extends Error {
	override readonly name = 'TunnelRefused';
	readonly status: number;

	constructor(status: number) {
		super(`the proxy refused the tunnel with status ${status}`);
		this.status = status;
	}
}

/**
 * Opens a connection on which a request to `url` can be written: straight, through a tunnel
 * (https by proxy) or to the proxy itself (http by proxy). TLS is done, the certificate judged.
 *
 * @throws {TunnelRefused} when a proxy says no; else what the network said.
 */
export async function openConnection(route: Route): Promise<Socket> {
	const {url, proxy, authorities, signal} = route;
	if (!proxy) {
		return connectTo(url, undefined, route);
	}

	const toProxy = await connectTo(proxy, undefined, route);
	if (url.protocol === 'http:') {
		return toProxy;
	}

	await openTunnel(toProxy, {url, proxy, signal});
	return connectTo(url, toProxy, {authorities, signal});
}

/** Connects by the scheme of the address; over a connection that is open already, when one is given. */
function connectTo(
	{hostname, port, protocol}: URL,
	socket: Socket | undefined,
	{authorities, signal}: Pick<Route, 'authorities' | 'signal'>,
): Promise<Socket> {
	const host = hostname.replace(/^\[|\]$/g, '');
	const isEncrypted = protocol === 'https:';
	const address = {host, port: Number(port) || (isEncrypted ? 443 : 80)};
	const connection = isEncrypted
		? connectTls({
				...(socket ? {socket, host} : address),
				...(isIP(host) === 0 && {servername: host}),
				...(authorities && {ca: Buffer.from(authorities)}),
			})
		: connectPlain(address);
	return settled(connection, isEncrypted ? 'secureConnect' : 'connect', signal);
}

/** Waits until a connection stands. An abort or an error destroys it. */
export function settled(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const abort = (): void => {
			socket.destroy();
			reject(signal.reason);
		};
		const fail = (error: Error): void => {
			signal.removeEventListener('abort', abort);
			reject(error);
		};
		signal.addEventListener('abort', abort, {once: true});
		socket.once('error', fail);
		socket.once(event, () => {
			signal.removeEventListener('abort', abort);
			socket.off('error', fail);
			resolve(socket);
		});
	});
}

/**
 * Asks a proxy, over a connection to it, for a tunnel to `url`.
 *
 * @throws {TunnelRefused} when the proxy says no; the connection is closed then.
 */
export function openTunnel(
	socket: Socket,
	{url, proxy, signal}: {readonly url: URL; readonly proxy: URL; readonly signal: AbortSignal},
): Promise<void> {
	const target = `${url.hostname}:${url.port || 443}`;
	return new Promise((resolve, reject) => {
		const outgoing = httpRequest({
			createConnection: () => socket,
			method: 'CONNECT',
			path: target,
			headers: {host: target, ...proxyAuthorization(proxy)},
			signal,
		});
		outgoing.once('error', reject);
		outgoing.once('response', response => {
			response.resume();
			socket.destroy();
			reject(new TunnelRefused(response.statusCode ?? 0));
		});
		outgoing.once('connect', ({statusCode = 0}) => {
			if (statusCode >= 200 && statusCode < 300) {
				resolve();
			} else {
				socket.destroy();
				reject(new TunnelRefused(statusCode));
			}
		});
		outgoing.end();
	});
}
