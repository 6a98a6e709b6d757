import {describe, expect, test} from 'vitest';
import {judgeCondition, parseConditions} from '../../../src/decide/policy/conditions.ts';
import {ContextKeys} from '../../../src/decide/policy/context-keys.ts';
import {Problems} from '../../../src/decide/policy/problems.ts';

const arn = 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/1';
const keys = new ContextKeys({
	'k:text': 'Value',
	'k:several': ['a', 'b'],
	'k:none': [],
	'k:number': '10',
	'k:date': '2026-06-01T00:00:00Z',
	'k:bool': 'true',
	'k:ip': '203.0.113.7',
	'k:ip6': '2001:db8::1',
	'k:bytes': 'QUJD',
	'k:arn': arn,
});

/** As a policy writes it. */
const variable = (key: string) => '$'.concat('{', key, '}');

function judge(operator: string, key: string, value: unknown, hasVersion2012 = true) {
	const problems = new Problems();
	const [condition] = parseConditions({[operator]: {[key]: value}}, 'Condition', problems);
	return condition && problems.all.length === 0 ? judgeCondition(condition, keys, hasVersion2012) : problems.all;
}

describe('a condition', () => {
	test.each([
		['StringEquals', 'k:text', 'Value', true],
		['StringEquals', 'K:TEXT', 'Value', true],
		['StringEquals', 'k:text', 'value', false],
		['StringEquals', 'k:text', ['x', 'Value'], true],
		['StringEquals', 'k:text', [], false],
		['StringEquals', 'k:text', 'Val*', false],
		['StringEquals', 'k:missing', 'Value', false],
		['StringEquals', 'k:text', variable('k:text'), true],
		['StringEquals', 'k:text', variable('k:missing'), false],
		['StringEqualsIfExists', 'k:missing', 'Value', true],
		['StringEqualsIfExists', 'k:text', 'other', false],
		['StringNotEquals', 'k:text', 'Value', false],
		['StringNotEquals', 'k:text', ['x', 'y'], true],
		['StringNotEquals', 'k:text', ['x', 'Value'], false],
		['StringNotEquals', 'k:missing', 'Value', true],
		['StringEqualsIgnoreCase', 'k:text', 'VALUE', true],
		['StringNotEqualsIgnoreCase', 'k:text', 'VALUE', false],
		['StringLike', 'k:text', 'V?l*', true],
		['StringLike', 'k:text', 'v*', false],
		['StringNotLike', 'k:text', 'V*', false],
		['StringNotLike', 'k:missing', 'V*', true],
		['NumericEquals', 'k:number', 10, true],
		['NumericEquals', 'k:number', '10.0', true],
		['NumericNotEquals', 'k:number', 10, false],
		['NumericLessThan', 'k:number', 10, false],
		['NumericLessThanEquals', 'k:number', 10, true],
		['NumericGreaterThan', 'k:number', 9, true],
		['NumericGreaterThanEquals', 'k:number', 11, false],
		['NumericEquals', 'k:text', 10, false],
		['DateEquals', 'k:date', '2026-06-01T02:00:00+02:00', true],
		['DateLessThan', 'k:date', '2026-06-02', true],
		['DateLessThanEquals', 'k:date', 1_780_272_000, true],
		['DateGreaterThan', 'k:date', '2026-06-01T00:00:00Z', false],
		['DateGreaterThanEquals', 'k:date', '2026-06-01T00:00:00Z', true],
		['DateNotEquals', 'k:date', '2026-06-01T00:00:00Z', false],
		['Bool', 'k:bool', true, true],
		['Bool', 'k:bool', 'False', false],
		['Bool', 'k:missing', 'true', false],
		['BoolIfExists', 'k:missing', 'true', true],
		['BinaryEquals', 'k:bytes', 'QUJD', true],
		['BinaryEquals', 'k:bytes', 'QUJE', false],
		['IpAddress', 'k:ip', '203.0.113.0/24', true],
		['IpAddress', 'k:ip', ['198.51.100.0/24', '203.0.113.7'], true],
		['IpAddress', 'k:ip', '203.0.113.8/30', false],
		['IpAddress', 'k:ip', '0.0.0.0/0', true],
		['IpAddress', 'k:ip6', '2001:db8::/32', true],
		['IpAddress', 'k:ip', '::/0', false],
		['NotIpAddress', 'k:ip', '203.0.113.0/24', false],
		['NotIpAddress', 'k:missing', '203.0.113.0/24', true],
		['ArnEquals', 'k:arn', arn, true],
		['ArnEquals', 'k:arn', 'arn:aws:rolesanywhere:*:111122223333:trust-anchor/*', true],
		['ArnLike', 'k:arn', arn.replace('us-east-1', 'us-west-2'), false],
		['ArnNotEquals', 'k:arn', arn, false],
		['ArnNotLike', 'k:arn', 'arn:aws:iam::*:*', true],
		['Null', 'k:missing', 'true', true],
		['Null', 'k:text', 'true', false],
		['Null', 'k:text', false, true],
		['ForAllValues:StringEquals', 'k:several', ['a', 'b', 'c'], true],
		['ForAllValues:StringEquals', 'k:several', ['a'], false],
		['ForAllValues:StringEquals', 'k:missing', ['a'], true],
		['ForAllValues:StringEquals', 'k:none', ['a'], true],
		['ForAllValues:StringNotEquals', 'k:several', ['c'], true],
		['ForAllValues:StringNotEquals', 'k:several', ['a'], false],
		['ForAnyValue:StringEquals', 'k:several', ['b', 'x'], true],
		['ForAnyValue:StringEquals', 'k:several', ['x'], false],
		['ForAnyValue:StringEquals', 'k:missing', ['x'], false],
		['ForAnyValue:StringNotEquals', 'k:several', ['a'], true],
		['ForAnyValue:StringLikeIfExists', 'k:missing', ['x*'], true],
	])('%s of %s with %j: %s', (operator, key, value, isMet) => {
		expect(judge(operator, key, value)).toMatchObject({operator, key, isMet});
	});

	test('tells what was asked and what was there', () => {
		expect(judge('StringEquals', 'k:text', ['a', `${variable('k:text')}x`])).toEqual({
			operator: 'StringEquals',
			key: 'k:text',
			expected: ['a', `${variable('k:text')}x`],
			actual: ['Value'],
			isMet: false,
		});
		expect(judge('StringEquals', 'k:missing', 'a')).toMatchObject({actual: undefined});
	});

	test('has no variables in a policy of the older version', () => {
		expect(judge('StringEquals', 'k:text', variable('k:text'), false)).toMatchObject({isMet: false});
	});

	test.each([
		['StringMatches', 'k:text', 'x', 'Condition', 'There is no condition operator StringMatches'],
		['stringequals', 'k:text', 'x', 'Condition', 'There is no condition operator stringequals'],
		['NullIfExists', 'k:text', 'true', 'Condition', 'There is no condition operator NullIfExists'],
		['ForAllValues:Null', 'k:text', 'true', 'Condition', 'There is no condition operator'],
		['a\u001b', 'k:text', 'x', 'Condition', 'There is no condition operator a\\u{1b}'],
		['StringEquals', 'text', 'x', 'Condition.StringEquals', 'prefaced by a vendor'],
		['StringEquals', 'k:text', {}, 'Condition.StringEquals', 'takes strings, numbers or booleans'],
		['StringEquals', 'k:text', null, 'Condition.StringEquals', 'takes strings, numbers or booleans'],
		['NumericEquals', 'k:number', 'ten', 'Condition.NumericEquals', 'Value ten is not a number'],
		['DateLessThan', 'k:date', 'soon', 'Condition.DateLessThan', 'is neither an ISO 8601 date'],
		['DateLessThan', 'k:date', '2026-13-01', 'Condition.DateLessThan', 'is neither an ISO 8601 date'],
		['Bool', 'k:bool', 'yes', 'Condition.Bool', 'is neither true nor false'],
		['Null', 'k:text', 'yes', 'Condition.Null', 'is neither true nor false'],
		['IpAddress', 'k:ip', '203.0.113.0/33', 'Condition.IpAddress', 'is not an IP address'],
		['IpAddress', 'k:ip', 'host', 'Condition.IpAddress', 'is not an IP address'],
		['BinaryEquals', 'k:bytes', '#', 'Condition.BinaryEquals', 'is not base64'],
	])('%j of %s with %j is malformed', (operator, key, value, at, message) => {
		expect(judge(operator, key, value)).toEqual([{at, message: expect.stringContaining(message)}]);
	});

	test('whose number or date is a variable is well formed', () => {
		expect(judge('NumericEquals', 'k:number', variable('k:number'))).toMatchObject({isMet: true});
	});
});

describe('a Condition element', () => {
	test.each([['text'], [[]], [null], [{StringEquals: 'x'}], [{StringEquals: ['x']}]])('must not be %j', raw => {
		const problems = new Problems();
		parseConditions(raw, 'Condition', problems);

		expect(problems.all).toHaveLength(1);
	});

	test('may be empty or absent', () => {
		const problems = new Problems();

		expect([parseConditions(undefined, '', problems), parseConditions({}, '', problems), problems.all]).toEqual([
			[],
			[],
			[],
		]);
	});
});
