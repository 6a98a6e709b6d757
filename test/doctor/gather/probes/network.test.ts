import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {CommandEvidence} from '../../../../src/doctor/evidence/command.ts';
import {absent, seen, unseen} from '../../../../src/doctor/evidence/look.ts';
import type {NetworkEvidence} from '../../../../src/doctor/evidence/network.ts';
import {lookAtNetwork} from '../../../../src/doctor/gather/probes/network.ts';
import type {GatherOptions} from '../../../../src/doctor/gather/surroundings.ts';
import {Certificate} from '../../../../src/pki/certificate/certificate.ts';
import {surroundingsForTest} from '../../../support/doctor-surroundings.ts';
import {
	answeringAlways,
	blackHole,
	captivePortal,
	closedPort,
	cutter,
	makeAuthority,
	type Obstacle,
	OUT_OF_ORDER,
	otherTime,
	proxyTo,
	THROTTLED,
	tlsInFrontOf,
	UNKNOWN_HOST,
} from '../../../support/network-faults.ts';
import {rehearsalForTest} from '../../../support/rehearsal.ts';
import {temporaryFolder} from '../../../support/temporary-folder.ts';

const ANCHOR = 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';
const notTried = {state: 'unseen', why: 'nothing-to-look-at'};

interface Case {
	readonly order?: CommandEvidence['order'];
	readonly env?: Readonly<Record<string, string>>;
	readonly options?: GatherOptions;
	readonly patience?: {readonly connectWithin: number; readonly answerWithin: number};
	readonly maker?: 'own' | 'official-helper';
	readonly config?: string;
	readonly signal?: AbortSignal;
}

function look({
	order = {trustAnchorArn: ANCHOR},
	env = {},
	options = {isOffline: false},
	patience,
	maker = 'own',
	config,
	signal = new AbortController().signal,
}: Case): Promise<NetworkEvidence> {
	const program = seen({path: '/opt/helper', maker, mayBeExecuted: true, format: 'elf'} as const);
	const run = unseen('nothing-to-look-at', 'It was not run.');
	return lookAtNetwork(
		{
			command: seen({origin: 'config', words: [], order, unknownFlags: [], program, run}),
			config: {config: config === undefined ? absent : seen({path: config, text: ''}), credentials: absent},
		},
		surroundingsForTest({env, options, signal}),
		patience,
	);
}

function at(endpoint: string, more: Case = {}): Promise<NetworkEvidence> {
	return look({...more, order: {trustAnchorArn: ANCHOR, endpoint}});
}

/** Until the test ends. */
async function until<Thing extends Obstacle>(thing: Promise<Thing>): Promise<Thing> {
	const started = await thing;
	onTestFinished(() => started.close());
	return started;
}

describe('the way to a service that answers', () => {
	test('is seen link by link', async () => {
		const {endpoint, port} = await rehearsalForTest({now: () => new Date()});

		const evidence = await at(endpoint);

		expect(evidence).toMatchObject({
			endpoint: {state: 'seen', value: {url: endpoint, origin: '--endpoint', region: 'us-east-1', warnings: []}},
			proxy: absent,
			dns: {state: 'seen', value: {host: '127.0.0.1', addresses: ['127.0.0.1']}},
			tcp: {state: 'seen', value: {address: '127.0.0.1', port}},
			tunnel: absent,
			authorities: absent,
			tls: absent,
			http: {state: 'seen', value: {isService: true}},
		});
		expect(Math.abs(offsetOf(evidence))).toBeLessThan(10_000);
	});

	test('tells how far its clock is away', async () => {
		const {port} = await rehearsalForTest({now: () => new Date()});
		const late = await until(otherTime(port, -30 * 60_000));

		const offset = offsetOf(await at(late.url));

		expect(Math.round(offset / 60_000)).toBe(-30);
	});

	test('is not gone when nothing is to be sent', async () => {
		const evidence = await look({
			options: {isOffline: true},
			env: {HTTPS_PROXY: 'http://user:secret@proxy.example.com:3128'},
		});

		const offline = {state: 'unseen', why: 'offline'};
		expect(evidence).toMatchObject({
			endpoint: {state: 'seen', value: {url: 'https://rolesanywhere.us-east-1.amazonaws.com', origin: 'AWS'}},
			proxy: seen({url: 'http://proxy.example.com:3128', hasPassword: true, variable: 'HTTPS_PROXY'}),
			dns: offline,
			tcp: offline,
			tunnel: offline,
			tls: offline,
			http: offline,
		});
		expect(JSON.stringify(evidence)).not.toContain('secret');
	});
});

describe('the endpoint', () => {
	const offline = {options: {isOffline: true}};

	test.each<[string, Case, unknown]>([
		[
			'of a variable',
			{env: {AWS_ENDPOINT_URL: 'https://a.example.com/x/'}},
			{url: 'https://a.example.com/x', origin: 'AWS_ENDPOINT_URL'},
		],
		[
			'of another region',
			{order: {trustAnchorArn: ANCHOR, region: 'cn-north-1'}},
			{url: 'https://rolesanywhere.cn-north-1.amazonaws.com.cn', region: 'cn-north-1'},
		],
		[
			'where FIPS is wished for',
			{env: {AWS_USE_FIPS_ENDPOINT: 'true'}},
			{url: 'https://rolesanywhere-fips.us-east-1.amazonaws.com'},
		],
	])('%s', async (_case, differsBy, value) => {
		expect((await look({...offline, ...differsBy})).endpoint).toMatchObject({state: 'seen', value});
	});

	test('comes from the config file for the official helper alone', async () => {
		const config = path.join(temporaryFolder(), 'config');
		writeFileSync(
			config,
			'[default]\nservices = here\n[services here]\nrolesanywhere =\n  endpoint_url = https://vpce.example.com\n',
		);

		const [own, official] = [
			await look({...offline, config}),
			await look({...offline, config, maker: 'official-helper'}),
		];

		expect(own.endpoint).toMatchObject({value: {origin: 'AWS'}});
		expect(official.endpoint).toMatchObject({
			value: {url: 'https://vpce.example.com', origin: `endpoint_url in ${config}`},
		});
	});

	test('that is none is evidence', async () => {
		expect(await at('ftp://example.com')).toMatchObject({
			endpoint: {state: 'unseen', why: 'failed', code: 'USAGE'},
			proxy: notTried,
			dns: notTried,
			http: notTried,
		});
	});

	test('is not known without a region', async () => {
		expect(await look({order: {}})).toMatchObject({endpoint: notTried, dns: notTried});
	});
});

describe('a way that breaks off', () => {
	test('at a name that nobody knows', async () => {
		const {dns, tcp, tls, http} = await at(`https://${UNKNOWN_HOST}`);

		expect(dns).toMatchObject({state: 'unseen', why: 'failed', code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/)});
		expect([tcp, tls, http]).toMatchObject([notTried, notTried, notTried]);
	});

	test('at a port where nobody listens', async () => {
		const {url} = await closedPort();

		expect(await at(url)).toMatchObject({
			dns: {state: 'seen'},
			tcp: {state: 'unseen', why: 'unreachable', code: 'ECONNREFUSED'},
			http: notTried,
		});
	});

	test('in silence, before the answer', async () => {
		const {url} = await until(blackHole());

		expect(await at(url, {patience: {connectWithin: 5000, answerWithin: 50}})).toMatchObject({
			tcp: {state: 'seen'},
			http: {state: 'unseen', why: 'unreachable', code: 'ETIMEDOUT'},
		});
	});

	test('in silence, before TLS', async () => {
		const {port} = await until(blackHole());

		expect(await at(`https://127.0.0.1:${port}`, {patience: {connectWithin: 1000, answerWithin: 1000}})).toMatchObject({
			tcp: {state: 'seen'},
			tls: {state: 'unseen', why: 'unreachable', code: 'ETIMEDOUT'},
			http: notTried,
		});
	});

	test('with a reset', async () => {
		const {url} = await until(cutter());

		expect(await at(url)).toMatchObject({http: {state: 'unseen', why: 'failed', code: 'ECONNRESET'}});
	});

	test('where TLS is expected and not spoken', async () => {
		const {port} = await until(captivePortal());

		expect(await at(`https://127.0.0.1:${port}`)).toMatchObject({
			tls: {state: 'unseen', why: 'failed', code: expect.stringMatching(/^(EPROTO|ERR_SSL_)/)},
		});
	});

	test('ends at once when the run is given up', async () => {
		const {url} = await until(blackHole());
		const abort = new AbortController();
		const looking = at(url, {signal: abort.signal});

		abort.abort(new Error('given up'));

		await expect(looking).rejects.toThrow('given up');
	});
});

describe('who answers', () => {
	test.each([
		['a login page', () => captivePortal('Guest <b>Wi-Fi</b>'), {status: 200, isService: false, title: 'Guest'}],
		[
			'a way to a login page',
			() => captivePortal('', {location: 'http://login.example.com/?session=secret'}),
			{status: 302, isService: false, headers: {location: 'http://login.example.com/'}},
		],
		[
			'a proxy with a challenge of its own',
			() => answeringAlways({status: 401, headers: {'www-authenticate': `NTLM ${'TlRMTVNTUAAC'.repeat(12)}`}}),
			{status: 401, isService: false, headers: {'www-authenticate': 'NTLM REDACTED'}},
		],
		['the service, when asked too often', () => answeringAlways(THROTTLED), {status: 429, isService: true}],
		['the service, when out of order', () => answeringAlways(OUT_OF_ORDER), {status: 503, isService: true}],
	])('%s', async (_case, start, value) => {
		const {url} = await until(start());

		expect((await at(url)).http).toMatchObject({state: 'seen', value});
	});
});

describe('an encrypted line', () => {
	test('that an authority of nobody vouches for tells who is at the other end', async () => {
		const {port} = await rehearsalForTest({now: () => new Date()});
		const authority = await makeAuthority();
		const front = await until(tlsInFrontOf(port, authority));

		const {tls, http} = await at(front.url);

		expect(tls).toMatchObject({
			state: 'seen',
			value: {
				isTrusted: false,
				problem: 'SELF_SIGNED_CERT_IN_CHAIN',
				protocol: 'TLSv1.3',
				subjects: ['CN=127.0.0.1,O=Example', authority.name],
				issuer: authority.name,
			},
		});
		const last = tls.state === 'seen' ? Certificate.read(Buffer.from(tls.value.last ?? '', 'base64')) : undefined;
		expect(last?.ok && last.value.toPem()).toBe(authority.pem);
		expect(http).toMatchObject({state: 'seen', value: {isService: true}});
	});

	test('is trusted with AWS_CA_BUNDLE', async () => {
		const {port} = await rehearsalForTest({now: () => new Date()});
		const authority = await makeAuthority();
		const front = await until(tlsInFrontOf(port, authority));
		const bundle = path.join(temporaryFolder(), 'authorities.pem');
		writeFileSync(bundle, authority.pem);

		const {tls, authorities} = await at(front.url, {env: {AWS_CA_BUNDLE: bundle}});

		expect(tls).toMatchObject({state: 'seen', value: {isTrusted: true, authorities: bundle}});
		expect(tls).not.toHaveProperty('value.problem');
		expect(authorities).toEqual(seen({variable: 'AWS_CA_BUNDLE', path: bundle, certificates: seen(1)}));
	});

	test.each([
		['for another name', {hosts: ['www.example.com']}, 'ERR_TLS_CERT_ALTNAME_INVALID'],
		['that has ended', {notAfter: new Date('2021-01-01T00:00:00Z')}, 'CERT_HAS_EXPIRED'],
		['that has not begun', {notBefore: new Date('2048-01-01T00:00:00Z')}, 'CERT_NOT_YET_VALID'],
	])('with a certificate %s', async (_case, differsBy, problem) => {
		const {port} = await rehearsalForTest();
		const authority = await makeAuthority();
		const front = await until(tlsInFrontOf(port, authority, differsBy));
		const bundle = path.join(temporaryFolder(), 'authorities.pem');
		writeFileSync(bundle, authority.pem);

		expect((await at(front.url, {env: {AWS_CA_BUNDLE: bundle}})).tls).toMatchObject({
			state: 'seen',
			value: {isTrusted: false, problem},
		});
	});

	test.each([
		['that is not there', undefined, {state: 'unseen', code: 'ENOENT'}],
		['without certificates', 'nothing', seen(0)],
	])('is looked at with a bundle %s, too', async (_case, text, certificates) => {
		const bundle = path.join(temporaryFolder(), 'authorities.pem');
		if (text !== undefined) {
			writeFileSync(bundle, text);
		}

		const {url} = await closedPort();
		expect(await at(url, {env: {NODE_EXTRA_CA_CERTS: bundle}})).toMatchObject({
			authorities: {value: {certificates}},
			dns: {state: 'seen'},
		});
	});
});

describe('a proxy', () => {
	const host = 'rolesanywhere.us-east-1.amazonaws.com';

	test('that opens TLS is named by what it shows', async () => {
		const {port} = await rehearsalForTest({now: () => new Date()});
		const authority = await makeAuthority('CN=Example Web Gateway,O=Example');
		const proxy = await until(proxyTo(port, {inspection: authority}));

		expect(await look({env: {HTTPS_PROXY: proxy.url}})).toMatchObject({
			endpoint: {value: {url: `https://${host}`}},
			proxy: {state: 'seen', value: {url: proxy.url}},
			dns: {value: {host: '127.0.0.1'}},
			tcp: {value: {port: proxy.port}},
			tunnel: {state: 'seen', value: {status: 200}},
			tls: {value: {isTrusted: false, subjects: [`CN=${host},O=Example`, authority.name], issuer: authority.name}},
			http: {value: {isService: true}},
		});
	});

	test.each([
		['asks for a password', {login: {user: 'u', password: 'p'}}, 407],
		['refuses', {refusal: 403}, 403],
	])('that %s is asked no further', async (_case, behaviour, status) => {
		const proxy = await until(proxyTo(9, behaviour));

		expect(await look({env: {HTTPS_PROXY: proxy.url}})).toMatchObject({
			tunnel: {state: 'seen', value: {status}},
			tls: notTried,
			http: notTried,
		});
	});

	test('gets its password', async () => {
		const {port} = await rehearsalForTest();
		const authority = await makeAuthority();
		const proxy = await until(proxyTo(port, {login: {user: 'u', password: 'p'}, inspection: authority}));

		const evidence = await look({env: {https_proxy: proxy.url.replace('//', '//u:p@')}});

		expect(evidence).toMatchObject({
			proxy: {value: {url: proxy.url, hasPassword: true, variable: 'https_proxy'}},
			tunnel: {value: {status: 200}},
		});
	});

	test('that is spoken to over TLS is one that must be trusted, too', async () => {
		const {port} = await rehearsalForTest();
		const authority = await makeAuthority();
		const proxy = await until(proxyTo(port, {inspection: authority}));
		const front = await until(tlsInFrontOf(proxy.port, authority));
		const bundle = path.join(temporaryFolder(), 'authorities.pem');
		writeFileSync(bundle, authority.pem);

		expect(await look({env: {HTTPS_PROXY: front.url, AWS_CA_BUNDLE: bundle}})).toMatchObject({
			proxy: {value: {url: front.url}},
			tunnel: {state: 'seen', value: {status: 200}},
			tls: {value: {isTrusted: true}},
		});
		expect(await look({env: {HTTPS_PROXY: front.url}})).toMatchObject({
			tunnel: {state: 'unseen', why: 'failed', code: 'SELF_SIGNED_CERT_IN_CHAIN'},
			tls: notTried,
		});
	});

	test('of plain http answers itself', async () => {
		const proxy = await until(proxyTo(9, {refusal: 407}));

		expect(await at('http://plain.example.com', {env: {HTTP_PROXY: proxy.url}})).toMatchObject({
			tunnel: absent,
			tls: absent,
			http: {
				state: 'seen',
				value: {status: 407, isService: false, headers: {'proxy-authenticate': 'Basic realm="Example proxy"'}},
			},
		});
	});

	test('without an address is evidence', async () => {
		expect(await look({env: {HTTPS_PROXY: 'socks5://proxy.example.com'}})).toMatchObject({
			proxy: {state: 'unseen', why: 'failed', code: 'USAGE'},
			dns: notTried,
		});
	});

	test('that is not there is a connection that fails', async () => {
		const {url} = await closedPort();

		expect(await look({env: {HTTPS_PROXY: url}})).toMatchObject({
			tcp: {state: 'unseen', code: 'ECONNREFUSED'},
			tunnel: notTried,
			tls: notTried,
		});
	});
});

function offsetOf({http}: NetworkEvidence): number {
	return http.state === 'seen' ? (http.value.clockOffset ?? Number.NaN) : Number.NaN;
}
