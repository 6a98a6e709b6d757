import {type ErrorCode, ExpectedError} from '../errors.ts';
import {systemCode} from '../files/problem.ts';
import {printable} from '../printable.ts';
import {TunnelRefused} from './connection.ts';

/** A connection that did not come about in time. */
export function connectTimeout(url: URL, proxy: URL | undefined, milliseconds: number): ExpectedError {
	return problem('ENDPOINT_UNREACHABLE', url, proxy, `no connection within ${seconds(milliseconds)}`, [
		'Check that this network lets you out to port 443, or name its proxy: export HTTPS_PROXY=http://proxy.example.com:3128',
	]);
}

/** An answer that did not come in time. */
export function readTimeout(url: URL, milliseconds: number): ExpectedError {
	return problem('ENDPOINT_UNREACHABLE', url, undefined, `connected, but no answer within ${seconds(milliseconds)}`, [
		'Try again; if it stays so, look for a proxy or a firewall that holds the answer back',
	]);
}

/** What kept a request from being answered, as an error that says what to do; every case has its own advice. */
export function unreachable(url: URL, proxy: URL | undefined, error: unknown): ExpectedError {
	if (error instanceof TunnelRefused) {
		return refusedByProxy(url, proxy, error);
	}

	const cause = error instanceof AggregateError ? error.errors[0] : error;
	const code = systemCode(cause) ?? '';
	const known = REASONS.find(({codes}) => codes.test(code));
	const said = cause instanceof Error ? cause.message : String(cause);
	const {errorCode = 'ENDPOINT_UNREACHABLE', reason = printable(said), next = CHECK_NETWORK} = known ?? {};
	return problem(errorCode, url, proxy, reason, next, error);
}

type Next = readonly [string, ...string[]];

const CHECK_NETWORK: Next = ['Check the network and, when there is one, the proxy: echo $HTTPS_PROXY $NO_PROXY'];
const TRUST: Next = [
	'If a proxy of yours opens TLS, name its certificate authority: export AWS_CA_BUNDLE=/path/to/authorities.pem',
];

interface Reason {
	readonly codes: RegExp;
	readonly errorCode?: ErrorCode;
	readonly reason: string;
	readonly next: Next;
}

/** What system and TLS codes mean to a person (fact sheet, ERR-18 and section 6.3). */
const REASONS: readonly Reason[] = [
	{
		codes: /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA)$/,
		reason: 'its name cannot be resolved',
		next: ['Check the region and this machine’s DNS; behind a proxy: export HTTPS_PROXY=http://proxy.example.com:3128'],
	},
	{
		codes: /^ECONNREFUSED$/,
		reason: 'the connection was refused',
		next: ['Check the address and the port, and that something listens there'],
	},
	{codes: /^(ECONNRESET|EPIPE)$/, reason: 'the connection was cut off', next: CHECK_NETWORK},
	{codes: /^(EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/, reason: 'there is no way to it', next: CHECK_NETWORK},
	{
		codes: /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/,
		errorCode: 'ENDPOINT_UNTRUSTED',
		reason: 'the certificate that it shows is not valid now',
		next: ["Check this machine's clock: date -u"],
	},
	{
		codes: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
		errorCode: 'ENDPOINT_UNTRUSTED',
		reason: 'the certificate that it shows is for another name',
		next: ['Check the endpoint’s name, and what answers in its place on this network'],
	},
	{
		codes: /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_)/,
		errorCode: 'ENDPOINT_UNTRUSTED',
		reason: 'the certificate that it shows comes from no authority trusted here',
		next: TRUST,
	},
	{
		codes: /^(EPROTO|ERR_SSL_)/,
		reason: 'it does not speak TLS',
		next: ['Check the port, and whether the endpoint is http:// rather than https://'],
	},
	{codes: /^HPE_/, reason: 'what it answers is not HTTP', next: ['Check the address and the port']},
];

function refusedByProxy(url: URL, proxy: URL | undefined, refused: TunnelRefused): ExpectedError {
	const isLogin = refused.status === 407;
	return problem(
		'ENDPOINT_UNREACHABLE',
		url,
		proxy,
		isLogin ? 'the proxy asks for a user name and a password' : refused.message,
		isLogin
			? ['Put them into the address: HTTPS_PROXY=http://USER:PASSWORD@proxy.example.com:3128']
			: [`Have the proxy let ${url.host} through, or list that host in NO_PROXY`],
		refused,
	);
}

function problem(
	code: ErrorCode,
	url: URL,
	proxy: URL | undefined,
	reason: string,
	next: Next,
	cause?: unknown,
): ExpectedError {
	const way = proxy === undefined ? '' : ` through the proxy ${printable(proxy.host)}`;
	return new ExpectedError(code, `Cannot reach ${printable(url.origin)}${way}: ${reason}.`, {next, cause});
}

function seconds(milliseconds: number): string {
	return milliseconds === 1000 ? '1 second' : `${milliseconds / 1000} seconds`;
}
