import {describe, expect, test} from 'vitest';
import {regionOf} from '../../src/session/session-order.ts';
import {common} from '../support/vectors.ts';

const order = common.arns;

describe('an order for a session', () => {
	test('is asked for in the region of the trust anchor', () => {
		expect(regionOf(order)).toBe('us-east-1');
		expect(regionOf({...order, region: 'us-east-1', roleSessionName: 'build@host_7+=,.-'})).toBe('us-east-1');
	});

	test.each([
		[{profileArn: order.profileArn.replace('us-east-1', 'eu-west-1')}, 'more than one region (us-east-1, eu-west-1)'],
		[{roleArn: order.roleArn.replace('123456789012', '111122223333')}, 'more than one account'],
		[{roleArn: order.roleArn.replace('arn:aws:', 'arn:aws-cn:')}, 'more than one partition'],
		[{trustAnchorArn: order.profileArn}, 'is not the ARN of a trust-anchor'],
		[{profileArn: 'profile/1'}, '"profile/1" is not an ARN'],
		[{roleArn: ''}, 'is not an ARN'],
		[{region: 'eu-west-1'}, 'The trust anchor is in us-east-1, not in "eu-west-1".'],
		[{roleSessionName: 'x'}, '"x" cannot name a session'],
		[{roleSessionName: 'two words'}, 'cannot name a session'],
		[{roleSessionName: 'x'.repeat(65)}, 'cannot name a session'],
	])('is refused with %o', (differsBy, message) => {
		expect(() => regionOf({...order, ...differsBy})).toThrow(message);
	});
});
