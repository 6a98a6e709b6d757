import {expect, test} from 'vitest';
import {judgeOrder, orderRules} from '../../src/rules/judge-order.ts';
import {COMMAND} from '../support/session-command.ts';

test('nothing is wrong with what configure writes', () => {
	expect(judgeOrder(COMMAND)).toEqual([]);
});

test('a command that lost everything behind the program is told from one that is wrong', () => {
	const found = judgeOrder({words: ['/opt/aws_signing_helper', 'credential-process'], order: {}});
	expect(found.map(({rule}) => rule)).toEqual([
		'order-arns-named',
		'order-arns-named',
		'order-arns-named',
		'order-certificate-named',
		'order-private-key-named',
	]);
});

test('every rule stands on a fact', () => {
	expect(orderRules.filter(({source: {facts}}) => facts.length === 0)).toEqual([]);
});
