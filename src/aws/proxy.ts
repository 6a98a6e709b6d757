import {ExpectedError} from '../errors.ts';
import {isLoopback} from './access.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A proxy, and what names it. */
export interface NamedProxy {
	readonly url: URL;
	/** Such as `https_proxy`. */
	readonly variable: string;
}

/**
 * The proxy that the environment names for an address, or undefined to go straight there:
 * HTTPS_PROXY or HTTP_PROXY by the address's scheme unless NO_PROXY lists its host, lower-case
 * names first. This machine itself is never reached through a proxy.
 *
 * Node reads these variables only from version 24 on, hence this.
 *
 * @throws {ExpectedError} `USAGE` when the variable holds no address of an http(s) proxy. Its
 * value is not shown: it may hold a password.
 */
export function proxyFor(url: URL, env: Environment): URL | undefined {
	return findProxy(url, env)?.url;
}

/**
 * As {@link proxyFor}, with the variable that names it.
 *
 * @throws {ExpectedError} `USAGE`.
 */
export function findProxy(url: URL, env: Environment): NamedProxy | undefined {
	const {name, value} = readVariable(url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', env);
	if (value === '' || isLoopback(url.href) || isExempt(url, readVariable('NO_PROXY', env).value)) {
		return undefined;
	}

	const address = value.includes('://') ? value : `http://${value}`;
	const proxy = URL.canParse(address) ? new URL(address) : undefined;
	if (!proxy || !/^https?:$/.test(proxy.protocol) || proxy.hostname === '') {
		throw new ExpectedError('USAGE', `${name} is no address of an http or https proxy.`, {
			next: [`Set it to one such as http://proxy.example.com:3128, or unset it: unset ${name}`],
		});
	}

	return {url: proxy, variable: name};
}

/** The header that names the user of a proxy to it, when its address holds one. */
export function proxyAuthorization({username, password}: URL): Readonly<Record<string, string>> {
	if (username === '') {
		return {};
	}

	const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return {'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}`};
}

/** True when NO_PROXY is `*`, or lists the host or a domain that it is in, with or without the port. */
function isExempt({hostname, port, protocol}: URL, noProxy: string): boolean {
	const portDue = port || (protocol === 'https:' ? '443' : '80');
	return noProxy
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(entry => entry !== '')
		.some(entry => {
			const [, pattern = '', entryPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
			const domain = pattern.replace(/^\*?\./, '');
			const isThere = domain === '*' || hostname === domain || hostname.endsWith(`.${domain}`);
			return isThere && (entryPort === undefined || entryPort === portDue);
		});
}

/** The lower-case name first; the value is empty where neither is set. */
function readVariable(name: string, env: Environment): {readonly name: string; readonly value: string} {
	const lower = name.toLowerCase();
	const isLower = (env[lower] ?? '') !== '';
	return isLower ? {name: lower, value: env[lower] ?? ''} : {name, value: env[name] ?? ''};
}
