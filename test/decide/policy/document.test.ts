import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parsePolicy, validatePolicyDocument} from '../../../src/decide/policy/document.ts';

const trust = {Effect: 'Allow', Principal: {Service: 'rolesanywhere.amazonaws.com'}, Action: 'sts:AssumeRole'};
const permission = {Effect: 'Allow', Action: 's3:GetObject', Resource: '*'};
const policy = (...statements: readonly unknown[]) => JSON.stringify({Version: '2012-10-17', Statement: statements});
const trustWhere = (differsBy: object) => policy({...trust, ...differsBy});
const permissionWhere = (differsBy: object) => policy({...permission, ...differsBy});

describe('a policy document', () => {
	test.each([
		['trust', policy(trust)],
		['trust', JSON.stringify({Statement: trust})],
		['trust', trustWhere({Action: ['sts:*', 'STS:TagSession'], Sid: 'One'})],
		['trust', trustWhere({Principal: '*'})],
		['trust', trustWhere({Principal: {AWS: ['111122223333', '*'], Federated: 'accounts.example.com'}})],
		['trust', trustWhere({Action: undefined, NotAction: 'sts:TagSession'})],
		[
			'trust',
			trustWhere({Effect: 'Deny', Principal: undefined, NotPrincipal: {AWS: 'arn:aws:iam::111122223333:root'}}),
		],
		['permissions', policy(permission, permission)],
		['permissions', permissionWhere({Resource: undefined, NotResource: ['arn:aws:s3:::b']})],
		['permissions', permissionWhere({Action: '*'})],
	] as const)('for %s may be %s', (kind, text) => {
		expect(validatePolicyDocument(text, kind)).toEqual([]);
	});

	test.each([
		['trust', '', '', 'This policy contains invalid Json'],
		['trust', '[]', '', 'This policy contains invalid Json'],
		['trust', '{}', 'Statement', 'no statement'],
		['trust', policy(), 'Statement', 'no statement'],
		['trust', policy('x'), 'Statement[0]', 'must be an object'],
		['trust', JSON.stringify({Version: '2012-10-18', Statement: [trust]}), 'Version', 'version string'],
		['trust', JSON.stringify({Statement: [trust], Extra: 1}), '', 'Only Version, Id, Statement'],
		['trust', trustWhere({effect: 'Allow'}), 'Statement[0]', 'Only Sid, Effect'],
		['trust', trustWhere({Effect: 'allow'}), 'Statement[0].Effect', 'Allow or Deny'],
		['trust', trustWhere({Sid: 'a b'}), 'Statement[0].Sid', 'alpha-numeric'],
		['trust', policy({...trust, Sid: 'a'}, {...trust, Sid: 'a'}), 'Statement', 'must be unique'],
		['trust', trustWhere({Principal: undefined}), 'Statement[0]', 'Missing required field Principal'],
		['trust', trustWhere({Principal: {Service: 'rolesanywhere'}}), 'Statement[0].Principal', 'Invalid principal'],
		['trust', trustWhere({Principal: {service: 'a.b'}}), 'Statement[0].Principal', 'Invalid principal'],
		['trust', trustWhere({Principal: {AWS: 'nobody'}}), 'Statement[0].Principal', 'Invalid principal'],
		['trust', trustWhere({Principal: {}}), 'Statement[0].Principal', 'Invalid principal'],
		['trust', trustWhere({Principal: 'me'}), 'Statement[0].Principal', 'Invalid principal'],
		['trust', trustWhere({NotPrincipal: '*'}), 'Statement[0]', 'exclude each other'],
		['trust', trustWhere({Resource: '*'}), 'Statement[0].Resource', 'Has prohibited field Resource'],
		['trust', trustWhere({Action: undefined}), 'Statement[0]', 'must contain actions'],
		['trust', trustWhere({Action: []}), 'Statement[0]', 'must contain actions'],
		['trust', trustWhere({Action: [1]}), 'Statement[0]', 'must contain actions'],
		['trust', trustWhere({Action: 'AssumeRole'}), 'Statement[0].Action', 'prefaced by a vendor'],
		['trust', trustWhere({Action: 's3:GetObject'}), 'Statement[0].Action', 'may only specify STS AssumeRole actions'],
		['trust', trustWhere({Condition: []}), 'Statement[0].Condition', 'must be an object'],
		['permissions', permissionWhere({Principal: '*'}), 'Statement[0].Principal', 'should not specify a principal'],
		['permissions', permissionWhere({Resource: undefined}), 'Statement[0]', 'must contain resources'],
		['permissions', permissionWhere({Resource: 'bucket'}), 'Statement[0].Resource', 'ARN format'],
	] as const)('for %s must not be %s', (kind, text, at, message) => {
		expect(validatePolicyDocument(text, kind)).toEqual([{at, message: expect.stringContaining(message)}]);
	});

	test('keeps its statements in order, and is of the older version when it says none', () => {
		const parsed = parsePolicy(JSON.stringify({Statement: [trust, {...trust, Effect: 'Deny', Sid: 'no'}]}), 'trust');

		expect(parsed).toMatchObject({
			ok: true,
			value: {
				version: '2008-10-17',
				statements: [
					{index: 0, effect: 'Allow', sid: undefined},
					{index: 1, effect: 'Deny', sid: 'no'},
				],
			},
		});
	});

	test('never throws, whatever the JSON', () => {
		const anyStatement = fc.record(
			{
				...{Sid: fc.jsonValue(), Effect: fc.jsonValue(), Principal: fc.jsonValue(), Action: fc.jsonValue()},
				...{Condition: fc.dictionary(fc.constantFrom('StringEquals', 'Bool', 'x'), fc.jsonValue())},
			},
			{requiredKeys: []},
		);
		fc.assert(
			fc.property(
				fc.oneof(
					fc.json(),
					anyStatement.map(statement => policy(statement)),
					fc.string(),
				),
				text => {
					expect(Array.isArray(validatePolicyDocument(text, 'trust'))).toBe(true);
				},
			),
		);
	});
});
