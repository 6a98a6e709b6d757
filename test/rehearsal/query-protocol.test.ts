import {describe, expect, test} from 'vitest';
import {readQueryRequest} from '../../src/rehearsal/query-protocol.ts';
import {ServiceRefusal} from '../../src/rehearsal/reply.ts';

function read(body: string) {
	const request = {method: 'POST', rawPath: '/', rawQuery: '', headers: [], body: Buffer.from(body)};
	return readQueryRequest(request, 'id');
}

describe('a form', () => {
	test('becomes nested members and lists in the order of their numbers', () => {
		expect(
			read('Action=TagRole&Version=1&A+b=c%2Bd&Tags.member.10.Key=z&Tags.member.2.Key=b&Tags.member.2.Value=&T=')
				.members,
		).toEqual({'A b': 'c+d', Tags: [{Key: 'b', Value: ''}, {Key: 'z'}], T: ''});
	});

	test.each([
		['no action', 'Version=1', 'MissingAction'],
		['an empty body', '', 'MissingAction'],
		['broken encoding', 'Action=%zz', 'MalformedQueryString'],
		['bytes that are no UTF-8', 'Action=%ff', 'MalformedQueryString'],
		['a repeated parameter', 'Action=a&Action=b', 'MalformedQueryString'],
		['a name of very many parts', `Action=a&${'x.'.repeat(200_000)}y=1`, 'MalformedQueryString'],
	])('with %s is refused', (_case, body, code) => {
		expect(() => read(body)).toThrow(ServiceRefusal);
		try {
			read(body);
		} catch (error) {
			expect(error).toMatchObject({status: 400, code});
		}
	});

	test('cannot reach a prototype', () => {
		const {members} = read('Action=a&__proto__.polluted=1&constructor.prototype.x=1');
		expect(Object.getPrototypeOf(members)).toBe(Object.prototype);
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});
});
