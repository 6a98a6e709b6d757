import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {exchange, type Line} from '../../src/aws/exchange.ts';
import {issueForTest} from '../support/certificates.ts';
import {listen, playBack, type RecordedAnswer, startProxy} from '../support/loopback.ts';

const NAME = 'rolesanywhere.us-east-1.amazonaws.com';
const ENDPOINT = `https://${NAME}`;
const answer: RecordedAnswer = {status: 201, headers: {'x-one': '1'}, body: 'yes'};

function ask(address: string, line: Partial<Line> = {}) {
	const url = new URL(`${address}/sessions?a=1`);
	return exchange(
		{url, method: 'POST', headers: [['host', url.host]], body: Buffer.from('{}')},
		{env: {}, signal: new AbortController().signal, connectWithin: 5000, answerWithin: 5000, ...line},
	);
}

/** A server that shows a certificate for the endpoint's name, and the authority that issued it in a file. */
async function startTlsServer(differsBy: {readonly dns?: string; readonly notAfter?: Date} = {}) {
	const {dns = NAME, notAfter = new Date(Date.now() + 3_600_000)} = differsBy;
	const authority = await issueForTest({role: 'anchor', notAfter: new Date(Date.now() + 86_400_000)});
	const {pem, privateKey} = await issueForTest({
		signedBy: authority,
		notAfter,
		subjectAlternativeName: [{dns}],
		extendedKeyUsage: ['1.3.6.1.5.5.7.3.1'],
	});
	const key = privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
	const folder = await mkdtemp(path.join(tmpdir(), 'anchorsmith-'));
	onTestFinished(() => rm(folder, {recursive: true}));
	const bundle = path.join(folder, 'authorities.pem');
	await writeFile(bundle, authority.pem);
	return {...(await playBack([answer], {key, cert: pem})), bundle};
}

describe('a request over a plain connection', () => {
	test('gets status, headers and body of the answer', async () => {
		const {url, received} = await playBack([answer]);

		await expect(ask(url)).resolves.toEqual({
			status: 201,
			headers: expect.objectContaining({'x-one': '1'}),
			body: 'yes',
		});
		expect(received).toMatchObject([{method: 'POST', rawPath: '/sessions', rawQuery: 'a=1', body: Buffer.from('{}')}]);
	});

	test('goes through HTTP_PROXY with its user', async () => {
		const {port, received} = await playBack([answer]);
		const proxy = await startProxy(port);
		const env = {HTTP_PROXY: proxy.url.replace('//', '//me:pass@')};

		await expect(ask('http://rehearsal.example.com:8080', {env})).resolves.toMatchObject({status: 201});

		expect(proxy.asked).toEqual(['POST http://rehearsal.example.com:8080/sessions?a=1 me:pass']);
		expect(received[0]?.headers).toContainEqual(['host', 'rehearsal.example.com:8080']);
	});
});

describe('a request over TLS', () => {
	test('goes through a tunnel of HTTPS_PROXY, judged by AWS_CA_BUNDLE', async () => {
		const {port, bundle, received} = await startTlsServer();
		const proxy = await startProxy(port);
		const env = {HTTPS_PROXY: proxy.url.replace('//', '//me:pass@'), AWS_CA_BUNDLE: bundle};

		await expect(ask(ENDPOINT, {env})).resolves.toMatchObject({status: 201, body: 'yes'});

		expect(proxy.asked).toEqual([`CONNECT ${NAME}:443 me:pass`]);
		expect(received).toMatchObject([{method: 'POST', rawPath: '/sessions', rawQuery: 'a=1'}]);
	});

	test.each([
		['from an unknown authority', {}, {AWS_CA_BUNDLE: ''}, 'comes from no authority trusted here'],
		['for another name', {dns: 'example.com'}, {}, 'is for another name'],
		['that has expired', {notAfter: new Date(Date.now() - 60_000)}, {}, 'is not valid now'],
	])('is not sent to a certificate %s', async (_what, differsBy, override, reason) => {
		const {port, bundle, received} = await startTlsServer(differsBy);
		const proxy = await startProxy(port);
		const env = {HTTPS_PROXY: proxy.url, AWS_CA_BUNDLE: bundle, ...override};

		await expect(ask(ENDPOINT, {env})).rejects.toMatchObject({
			code: 'ENDPOINT_UNTRUSTED',
			message: `Cannot reach ${ENDPOINT} through the proxy ${new URL(proxy.url).host}: the certificate that it shows ${reason}.`,
		});
		expect(received).toEqual([]);
	});

	test.each([
		[407, 'the proxy asks for a user name and a password', /USER:PASSWORD/],
		[403, 'the proxy refused the tunnel with status 403', /let rolesanywhere\.us-east-1\.amazonaws\.com through/],
	])('says so when the proxy answers %d', async (status, reason, next) => {
		const proxy = await startProxy(1, status);

		await expect(ask(ENDPOINT, {env: {HTTPS_PROXY: proxy.url}})).rejects.toMatchObject({
			code: 'ENDPOINT_UNREACHABLE',
			message: expect.stringContaining(reason),
			next: [expect.stringMatching(next)],
		});
	});

	test('names a bundle that is not there', async () => {
		await expect(ask(ENDPOINT, {env: {AWS_CA_BUNDLE: '/nowhere/authorities.pem'}})).rejects.toMatchObject({
			code: 'FILE_MISSING',
			message: expect.stringContaining('/nowhere/authorities.pem'),
		});
	});

	test('says so when the other side speaks plain HTTP', async () => {
		const {port} = await playBack([answer]);

		await expect(ask(`https://127.0.0.1:${port}`)).rejects.toThrow('it does not speak TLS');
	});
});

describe('a network that is in the way', () => {
	test('by silence before the connection stands, ends in time', async () => {
		const {bundle} = await startTlsServer();
		const mute = await listen(createServer());

		await expect(
			ask(`https://127.0.0.1:${mute}`, {connectWithin: 50, env: {AWS_CA_BUNDLE: bundle}}),
		).rejects.toMatchObject({
			code: 'ENDPOINT_UNREACHABLE',
			message: `Cannot reach https://127.0.0.1:${mute}: no connection within 0.05 seconds.`,
		});
	});

	test('by a proxy that never answers, ends in time', async () => {
		const mute = await listen(createServer());

		await expect(ask(ENDPOINT, {connectWithin: 50, env: {HTTPS_PROXY: `http://127.0.0.1:${mute}`}})).rejects.toThrow(
			'no connection within 0.05 seconds',
		);
	});

	test('by silence after that, ends in time', async () => {
		const {url} = await playBack(['silence']);

		await expect(ask(url, {answerWithin: 50})).rejects.toThrow('connected, but no answer within 0.05 seconds');
	});

	test.each([
		['a port where nothing listens', 'http://127.0.0.1:1', 'the connection was refused'],
		['a name that does not exist', 'https://rolesanywhere.invalid', 'its name cannot be resolved'],
	])('is named: %s', async (_what, address, reason) => {
		await expect(ask(address)).rejects.toMatchObject({
			code: 'ENDPOINT_UNREACHABLE',
			message: `Cannot reach ${address}: ${reason}.`,
		});
	});

	test('by cutting the connection, is named', async () => {
		const {url} = await playBack(['cut']);

		await expect(ask(url)).rejects.toThrow('the connection was cut off');
	});

	test('by answering without end, is stopped', async () => {
		const {url} = await playBack([{status: 200, body: 'x'.repeat(1024 * 1024 + 1)}]);

		await expect(ask(url)).rejects.toThrow('the answer is longer than 1048576 bytes');
	});

	test('by not speaking HTTP, is named', async () => {
		const port = await listen(createServer(socket => void socket.end('220 mail.example.com ESMTP\r\n')));

		await expect(ask(`http://127.0.0.1:${port}`)).rejects.toThrow('what it answers is not HTTP');
	});

	test('is left at once when the run is interrupted', async () => {
		const {url} = await playBack(['silence']);
		const interrupt = new AbortController();
		setTimeout(() => interrupt.abort(new Error('interrupted')), 20);

		await expect(ask(url, {signal: interrupt.signal})).rejects.toThrow('interrupted');
	});
});
