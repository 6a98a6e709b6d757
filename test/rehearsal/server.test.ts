import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bytesOf, callQuery, rehearsalForTest, sendBytes, signForTest, statusOf} from '../support/rehearsal.ts';

async function isAlive(rehearsal: Awaited<ReturnType<typeof rehearsalForTest>>): Promise<boolean> {
	return (await callQuery(rehearsal, 'sts', {Action: 'GetCallerIdentity'})).status === 200;
}

describe('the server', () => {
	test('answers whatever bytes it gets with 4xx, 5xx or nothing, and goes on', async () => {
		const rehearsal = await rehearsalForTest();
		const noise = fc.uint8Array({maxLength: 4000});
		const almost = fc
			.tuple(
				fc.constantFrom('GET', 'POST', 'PATCH', 'get', 'CONNECT', 'OPTIONS', 'HEAD', ''),
				fc.constantFrom('/', '/sessions', '/trustanchors', '//', '/%', '*', 'http://127.0.0.1/', '/?%ff', '/crl/%00'),
				fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', ''),
				fc.array(
					fc.tuple(
						fc.constantFrom(
							'host',
							'authorization',
							'x-amz-x509',
							'content-length',
							'transfer-encoding',
							'x',
							'upgrade',
						),
						fc.oneof(
							fc.constantFrom('a', 'chunked', '-1', '5', 'AWS4-HMAC-SHA256 Credential=a', 'websocket'),
							fc.string(),
						),
					),
				),
				fc.string(),
			)
			.map(([method, target, version, headers, body]) =>
				Buffer.from(
					`${method} ${target} ${version}\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`,
				),
			);
		await fc.assert(
			fc.asyncProperty(fc.oneof(noise, almost), async bytes => {
				const status = statusOf(await sendBytes(rehearsal.port, bytes));
				expect(status === undefined || status >= 400).toBe(true);
			}),
			{numRuns: 300},
		);
		expect(await isAlive(rehearsal)).toBe(true);
	});

	test('answers 413 to a body that is too large', async () => {
		const rehearsal = await rehearsalForTest();
		const answer = await fetch(`${rehearsal.endpoint}/sessions`, {method: 'POST', body: 'x'.repeat(1024 * 1024 + 1)});
		expect(answer.status).toBe(413);
		expect(await isAlive(rehearsal)).toBe(true);
	});

	test('answers 431 to headers that are too large, and takes those of a long chain', async () => {
		const rehearsal = await rehearsalForTest();
		const withHeader = (size: number) =>
			Buffer.from(`GET / HTTP/1.1\r\nhost: a\r\nx-amz-x509-chain: ${'A'.repeat(size)}\r\nconnection: close\r\n\r\n`);
		expect(statusOf(await sendBytes(rehearsal.port, withHeader(200_000)))).toBe(431);
		expect(statusOf(await sendBytes(rehearsal.port, withHeader(80_000)))).toBe(404);
	});

	test('survives clients that hang up in the middle', async () => {
		const rehearsal = await rehearsalForTest();
		const request = bytesOf(
			await signForTest(rehearsal, {service: 'rolesanywhere', method: 'POST', path: '/profiles', body: {name: 'x'}}),
		);
		await Promise.all(
			Array.from({length: 40}, (_item, index) =>
				sendBytes(rehearsal.port, request.subarray(0, Math.floor((request.length * index) / 40))),
			),
		);
		expect(await isAlive(rehearsal)).toBe(true);
	});

	test('tells by the clock of the rehearsal, on the loopback interface', async () => {
		const {endpoint} = await rehearsalForTest();
		const answer = await fetch(endpoint);
		expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect([answer.status, answer.headers.get('date')]).toEqual([404, 'Mon, 01 Jun 2026 00:00:00 GMT']);
		expect(answer.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('ends its connections when it is closed', async () => {
		const rehearsal = await rehearsalForTest();
		await fetch(rehearsal.endpoint);
		await rehearsal.close();
		await expect(fetch(rehearsal.endpoint)).rejects.toThrow();
	});
});
