import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {blob, choice, integer, list, structure, text, toggle, validationMessage} from '../../src/rehearsal/shape.ts';

const shape = structure(
	{name: text({min: 1, max: 5, pattern: /[a-z]*/}), size: integer({min: 1, max: 9})},
	{
		kind: choice('A', 'B'),
		on: toggle,
		data: blob({min: 1, max: 3}),
		inner: list(structure({key: text()}, {}), {max: 2}),
	},
);

describe('a shape', () => {
	test('reads what fits and leaves out what it does not know', () => {
		const value = {name: 'abc', size: 3, kind: 'B', on: false, data: 'AQI=', inner: [{key: 'k', more: 1}], extra: 1};
		expect(shape(value, '')).toEqual({
			ok: true,
			value: {name: 'abc', size: 3, kind: 'B', on: false, data: Uint8Array.of(1, 2), inner: [{key: 'k'}]},
		});
	});

	test('takes null for absent', () => {
		expect(shape({name: 'a', size: 1, kind: null}, '')).toEqual({ok: true, value: {name: 'a', size: 1}});
	});

	test.each([
		[
			{},
			[
				"Value at 'name' failed to satisfy constraint: Member must not be null",
				"Value at 'size' failed to satisfy constraint: Member must not be null",
			],
		],
		[
			{name: '', size: 1},
			["Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 1"],
		],
		[
			{name: 'abcdef', size: 1},
			["Value 'abcdef' at 'name' failed to satisfy constraint: Member must have length less than or equal to 5"],
		],
		[
			{name: 'a-1', size: 1},
			["Value 'a-1' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]*"],
		],
		[
			{name: 'a\n', size: 1},
			["Value 'a\n' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]*"],
		],
		[
			{name: 'a', size: 10},
			["Value '10' at 'size' failed to satisfy constraint: Member must have value less than or equal to 9"],
		],
		[
			{name: 'a', size: '0'},
			["Value '0' at 'size' failed to satisfy constraint: Member must have value greater than or equal to 1"],
		],
		[{name: 'a', size: 1.5}, ["Value at 'size' failed to satisfy constraint: Member must be an integer"]],
		[
			{name: 'a', size: 1, kind: 'C'},
			["Value 'C' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]"],
		],
		[{name: 'a', size: 1, on: 'true'}, ["Value at 'on' failed to satisfy constraint: Member must be a boolean"]],
		[
			{name: 'a', size: 1, data: 'AQI'},
			["Value at 'data' failed to satisfy constraint: Member must be standard base64 with padding"],
		],
		[
			{name: 'a', size: 1, data: 'AQIDBA=='},
			["Value at 'data' failed to satisfy constraint: Member must have length less than or equal to 3"],
		],
		[
			{name: 'a', size: 1, inner: [{key: 'k'}, {}]},
			["Value at 'inner.2.member.key' failed to satisfy constraint: Member must not be null"],
		],
		[
			{name: 'a', size: 1, inner: [{}, {}, {}]},
			["Value at 'inner' failed to satisfy constraint: Member must have length less than or equal to 2"],
		],
		[{name: 'a', size: 1, inner: {}}, ["Value at 'inner' failed to satisfy constraint: Member must be a list"]],
	])('says everything that %j misses', (value, problem) => {
		expect(shape(value, '')).toEqual({ok: false, problem});
	});

	test('never throws and takes nothing from a prototype, whatever it is given', () => {
		fc.assert(
			fc.property(fc.anything({withBigInt: true, withDate: true, withMap: true, withNullPrototype: true}), value => {
				expect(typeof shape(value, '').ok).toBe('boolean');
			}),
		);
		expect(structure({constructor: text()}, {})({}, '').ok).toBe(false);
	});

	test('is quick with texts that are too long, whatever their pattern', () => {
		const arn = text({max: 1011, pattern: /arn:aws(-[^:]+)?:iam(:.*){2}(:role.*)/});
		expect(arn(`arn:aws:iam${':'.repeat(1_000_000)}`, 'a').ok).toBe(false);
	});

	test('keeps what must stay secret, and most of what is long, out of the message', () => {
		expect(text({max: 1, isSensitive: true})('secret', 'a')).toEqual({
			ok: false,
			problem: ["Value at 'a' failed to satisfy constraint: Member must have length less than or equal to 1"],
		});
		const long = text({max: 1})('x'.repeat(100_000), 'a');
		expect(JSON.stringify(long).length).toBeLessThan(400);
	});
});

test('several problems become one message with their number', () => {
	expect(validationMessage(['one'])).toBe('1 validation error detected: one');
	expect(validationMessage(['one', 'two'])).toBe('2 validation errors detected: one; two');
});
