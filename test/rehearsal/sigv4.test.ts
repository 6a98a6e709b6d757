import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {testTime} from '../support/certificates.ts';
import {
	type AdminRequest,
	bytesOf,
	call,
	fetchWire,
	rehearsalForTest,
	sendBytes,
	signForTest,
	statusOf,
	type WireRequest,
} from '../support/rehearsal.ts';

const TAG: AdminRequest = {
	service: 'rolesanywhere',
	method: 'POST',
	path: '/TagResource',
	body: {resourceArn: 'arn:aws:rolesanywhere:us-east-1:111122223333:profile/x', tags: []},
	query: {'na me': 'va/l:ue', other: ['1', '2']},
};

/** Every text that differs in one byte from this one. */
function* changed(text: string): Generator<string> {
	for (let index = 0; index < text.length; index++) {
		for (const flip of [0x01, 0x20]) {
			const other = String.fromCharCode(text.charCodeAt(index) ^ flip);
			yield text.slice(0, index) + other + text.slice(index + 1);
		}

		yield text.slice(0, index) + text.slice(index + 1);
	}
}

/** Every request that differs in one byte of its method, target, header values or body. */
function* tampered(request: WireRequest): Generator<readonly [string, WireRequest]> {
	for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
		yield ['method', {...request, method}];
	}

	for (const target of changed(request.target)) {
		yield [`target ${target}`, {...request, target}];
	}

	for (const body of changed(request.body)) {
		yield [`body ${body}`, {...request, body}];
	}

	for (const [place, [name, value]] of request.headers.entries()) {
		for (const other of changed(value)) {
			// The value of a header is trimmed and its spaces collapsed by definition: no change to what is signed.
			if (other.trim().replace(/ +/g, ' ') !== value && !/[\r\n\0]/.test(other)) {
				const headers = request.headers.with(place, [name, other]);
				yield [`${name}: ${other}`, {...request, headers}];
			}
		}

		yield [`no ${name}`, {...request, headers: request.headers.toSpliced(place, 1)}];
		yield [`${name} twice`, {...request, headers: [...request.headers, [name, value]]}];
	}
}

describe("an administrator's request", () => {
	test('is taken when nothing was changed', async () => {
		const rehearsal = await rehearsalForTest();
		const request = await signForTest(rehearsal, TAG);
		expect(statusOf(await sendBytes(rehearsal.port, bytesOf(request)))).toBe(404);
		expect((await fetchWire(rehearsal, request)).body).toContain('Specified resource');
	});

	test('is refused when any byte of it was changed after signing', async () => {
		const rehearsal = await rehearsalForTest();
		const request = await signForTest(rehearsal, TAG);
		const taken: string[] = [];
		const all = [...tampered(request)];
		const atOnce = 50;
		for (let start = 0; start < all.length; start += atOnce) {
			await Promise.all(
				all.slice(start, start + atOnce).map(async ([what, other]) => {
					const answer = await sendBytes(rehearsal.port, bytesOf(other));
					const status = statusOf(answer);
					if (status !== 400 && status !== 403 && status !== 501) {
						taken.push(`${what} -> ${answer.slice(0, 300)}`);
					}
				}),
			);
		}

		expect(all.length).toBeGreaterThan(1000);
		expect(taken).toEqual([]);
	});

	test('is refused with an extra header that has a meaning and is not signed', async () => {
		const rehearsal = await rehearsalForTest();
		const request = await signForTest(rehearsal, TAG);
		const answer = await fetchWire(rehearsal, {...request, headers: [...request.headers, ['x-amz-target', 'x']]});
		expect(answer.headers.get('x-amzn-errortype')).toBe('IncompleteSignatureException');
	});

	test.each([
		['five minutes late', 301_000, 'InvalidSignatureException', 'Signature expired: '],
		['five minutes early', -301_000, 'InvalidSignatureException', 'Signature not yet current: '],
	])('is refused %s', async (_case, lateBy, code, message) => {
		const rehearsal = await rehearsalForTest();
		const answer = await call(rehearsal, {...TAG, at: new Date(testTime.getTime() - lateBy)});
		expect(answer.status).toBe(403);
		expect(answer.headers.get('x-amzn-errortype')).toBe(code);
		expect(answer.body).toContain(message);
	});

	test('is taken four minutes off', async () => {
		const rehearsal = await rehearsalForTest();
		for (const off of [240_000, -240_000]) {
			const answer = await call(rehearsal, {...TAG, at: new Date(testTime.getTime() + off)});
			expect(answer.status).toBe(404);
		}
	});

	test.each([
		['an unknown key', {accessKeyId: 'AKIAUNKNOWNUNKNOWN00', secretAccessKey: 'x'}, 'UnrecognizedClientException'],
		['a wrong secret', {secretAccessKey: 'wrong'}, 'InvalidSignatureException'],
		['a session token that it has not', {sessionToken: 'token'}, 'UnrecognizedClientException'],
	])('is refused with %s', async (_case, differsBy, code) => {
		const rehearsal = await rehearsalForTest();
		const credentials = {...rehearsal.adminCredentials, ...differsBy};
		const answer = await call(rehearsal, {...TAG, credentials});
		expect(answer.status).toBe(403);
		expect(answer.headers.get('x-amzn-errortype')).toBe(code);
	});

	test('is refused for another region, except that global services answer for us-east-1', async () => {
		const rehearsal = await rehearsalForTest({region: 'eu-central-1'});
		const elsewhere = await call(rehearsal, {...TAG, region: 'us-east-1'});
		expect(elsewhere.headers.get('x-amzn-errortype')).toBe('InvalidSignatureException');
		expect(elsewhere.body).toContain("not 'us-east-1'");

		for (const [region, status] of [
			['us-east-1', 200],
			['eu-central-1', 200],
			['eu-west-1', 403],
		] as const) {
			const body = 'Action=GetCallerIdentity&Version=2011-06-15';
			expect((await call(rehearsal, {service: 'sts', method: 'POST', body, region})).status).toBe(status);
		}
	});

	test('is taken with any query and body when it is signed as it is sent', async () => {
		const rehearsal = await rehearsalForTest();
		const texts = fc.string({unit: 'grapheme', maxLength: 12});
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(
					texts.filter(text => text !== '' && text !== '__proto__'),
					texts,
				),
				texts,
				async (query, value) => {
					const answer = await call(rehearsal, {...TAG, query, body: {value}});
					expect(answer.status).toBe(400);
					expect(answer.headers.get('x-amzn-errortype')).toBe('ValidationException');
				},
			),
			{numRuns: 60},
		);
	});
});

test('a request without a signature is told so, by each protocol in its own way', async () => {
	const {endpoint} = await rehearsalForTest();
	const rest = await fetch(`${endpoint}/trustanchors`);
	expect([rest.status, rest.headers.get('x-amzn-errortype')]).toEqual([403, 'MissingAuthenticationTokenException']);
	const query = await fetch(`${endpoint}/`, {method: 'POST', body: 'Action=GetCallerIdentity'});
	expect(query.status).toBe(403);
	expect(await query.text()).toContain('<Code>MissingAuthenticationToken</Code>');
	const presigned = await fetch(`${endpoint}/trustanchors?X-Amz-Signature=00`);
	expect(await presigned.text()).toContain('in the Authorization header only');
});
