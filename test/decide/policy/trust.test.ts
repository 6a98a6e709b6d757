import {describe, expect, test} from 'vitest';
import {judgeTrustPolicy, reasonsAgainst} from '../../../src/decide/policy/trust.ts';

const anchor = 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';
const context = {
	trustAnchorArn: anchor,
	accountId: '111122223333',
	sourceIdentity: 'CN=host.example.com',
	sessionName: '0a1b',
	principalTags: {'x509Subject/CN': 'host.example.com', 'x509Issuer/CN': 'Issuing', 'x509SAN/Name/O': 'Example'},
	at: new Date('2026-06-01T00:00:00Z'),
};
const service = {Service: 'rolesanywhere.amazonaws.com'};
const allActions = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const allow = {Effect: 'Allow', Principal: service, Action: allActions};

function judge(...statements: readonly object[]) {
	return judgeTrustPolicy(JSON.stringify({Version: '2012-10-17', Statement: statements}), context);
}

/** Whether a single statement with this condition lets the session in. */
function isMet(operator: string, key: string, value: string | readonly string[]): boolean {
	return judge({...allow, Condition: {[operator]: {[key]: value}}}).isAllowed;
}

describe('a trust policy allows', () => {
	test.each([
		['all three actions in one statement', [allow]],
		['the actions in statements of their own', allActions.map(Action => ({...allow, Action}))],
		['any STS action', [{...allow, Action: 'sts:*'}]],
		['actions in any case', [{...allow, Action: ['STS:assumerole', 'sts:Tag*', 'sts:SetSourceIdentit?']}]],
		['everything but another action', [{...allow, Action: undefined, NotAction: 'sts:AssumeRoleWithSAML'}]],
		['everybody', [{...allow, Principal: '*'}]],
		['every AWS principal', [{...allow, Principal: {AWS: '*'}}]],
		['several services', [{...allow, Principal: {Service: ['ec2.amazonaws.com', 'rolesanywhere.amazonaws.com']}}]],
		['everybody but another', [{...allow, Principal: undefined, NotPrincipal: {Service: 'ec2.amazonaws.com'}}]],
		['although another is denied', [allow, {...allow, Effect: 'Deny', Principal: {Service: 'ec2.amazonaws.com'}}]],
		[
			'although a denial would need another condition',
			[allow, {...allow, Effect: 'Deny', Condition: {StringEquals: {'aws:SourceAccount': '999999999999'}}}],
		],
		[
			'one action without the condition that another has',
			[
				{...allow, Action: 'sts:AssumeRole', Condition: {ArnEquals: {'aws:SourceArn': anchor}}},
				{...allow, Action: ['sts:TagSession', 'sts:SetSourceIdentity']},
			],
		],
	])('%s', (_case, statements) => {
		const verdict = judge(...statements);

		expect(verdict.isAllowed).toBe(true);
		expect(reasonsAgainst(verdict)).toEqual([]);
	});
});

describe('a trust policy does not allow', () => {
	const refusing: readonly (readonly [title: string, statements: readonly object[]])[] = [
		['another service', [{...allow, Principal: {Service: 'ec2.amazonaws.com'}}]],
		['an account alone', [{...allow, Principal: {AWS: '111122223333'}}]],
		['everybody but this service', [{...allow, Principal: undefined, NotPrincipal: service}]],
		...allActions.map(
			missing =>
				[`anything without ${missing}`, [{...allow, Action: allActions.filter(action => action !== missing)}]] as const,
		),
		['everything but one of the actions', [{...allow, Action: undefined, NotAction: 'sts:TagSession'}]],
		['what it denies too', [allow, {...allow, Effect: 'Deny', Action: 'sts:TagSession'}]],
		[
			'what everybody but others is denied',
			[allow, {...allow, Effect: 'Deny', Principal: undefined, NotPrincipal: {AWS: '111122223333'}}],
		],
		[
			'conditions of which one is not met',
			[{...allow, Condition: {StringEquals: {'aws:SourceAccount': '111122223333', 'aws:SourceArn': 'x'}}}],
		],
	];

	test.each(refusing)('%s', (_case, statements) => {
		const verdict = judge(...statements);

		expect(verdict.isAllowed).toBe(false);
		expect(reasonsAgainst(verdict)).not.toEqual([]);
	});

	test('anything when it cannot be read, and says why', () => {
		expect(judgeTrustPolicy('{"Statement": []}', context)).toEqual({
			isAllowed: false,
			problems: [{at: 'Statement', message: expect.any(String)}],
			actions: [],
		});
	});
});

describe('the condition keys of a session', () => {
	test.each([
		['ArnEquals', 'aws:SourceArn', anchor],
		['ArnLike', 'aws:SourceArn', 'arn:aws:rolesanywhere:*:111122223333:trust-anchor/*'],
		['StringEquals', 'aws:SourceAccount', '111122223333'],
		['StringEquals', 'aws:PrincipalTag/x509Subject/CN', 'host.example.com'],
		['StringEquals', 'AWS:principaltag/X509subject/cn', 'host.example.com'],
		['StringLike', 'aws:PrincipalTag/x509Subject/CN', '*.example.com'],
		['StringEquals', 'aws:PrincipalTag/x509SAN/Name/O', 'Example'],
		['StringEquals', 'sts:SourceIdentity', 'CN=host.example.com'],
		['StringEquals', 'sts:RoleSessionName', '0a1b'],
		['DateLessThan', 'aws:CurrentTime', '2026-06-02T00:00:00Z'],
		['NumericLessThan', 'aws:EpochTime', '1780272001'],
		['Null', 'aws:PrincipalTag/x509Subject/OU', 'true'],
	])('meet %s of %s with %j', (operator, key, value) => {
		expect(isMet(operator, key, value)).toBe(true);
	});

	test.each([
		['StringEquals', 'aws:PrincipalTag/x509Subject/CN', 'Host.example.com'],
		['StringEquals', 'aws:PrincipalTag/x509Subject/OU', 'Example'],
		['StringEquals', 'sts:SourceIdentity', 'host.example.com'],
		['ArnEquals', 'aws:SourceArn', anchor.replace('us-east-1', 'us-east-2')],
		['IpAddress', 'aws:SourceIp', '0.0.0.0/0'],
	])('do not meet %s of %s with %j', (operator, key, value) => {
		expect(isMet(operator, key, value)).toBe(false);
	});
});

describe('the reasons', () => {
	const messages = (...statements: readonly object[]) =>
		reasonsAgainst(judge(...statements)).map(({message}) => message);

	test('tell what a condition asked and what the session had, once for all actions that it stops', () => {
		const Condition = {
			StringEquals: {'aws:PrincipalTag/x509Subject/CN': ['a', 'b'], 'aws:PrincipalTag/x509Subject/OU': 'c'},
		};

		expect(reasonsAgainst(judge({...allow, Sid: 'Hosts', Condition}))).toEqual([
			{
				at: 'role.trustPolicy.Statement[0].Condition.StringEquals',
				message:
					'Statement 1 (Hosts) asks StringEquals of aws:PrincipalTag/x509Subject/CN with "a" or "b"; the session has "host.example.com". This stops sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity.',
			},
			{
				at: 'role.trustPolicy.Statement[0].Condition.StringEquals',
				message:
					'Statement 1 (Hosts) asks StringEquals of aws:PrincipalTag/x509Subject/OU with "c"; the session has no such key. This stops sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity.',
			},
		]);
	});

	test('tell which action nothing allows', () => {
		expect(messages({...allow, Action: ['sts:AssumeRole', 'sts:SetSourceIdentity']})).toEqual([
			'No statement for rolesanywhere.amazonaws.com allows the action. This stops sts:TagSession.',
		]);
	});

	test('tell that the service is not named', () => {
		expect(messages({...allow, Principal: {Service: 'ec2.amazonaws.com'}})).toEqual([
			'No statement allows the service rolesanywhere.amazonaws.com anything. This stops sts:AssumeRole, sts:TagSession, sts:SetSourceIdentity.',
		]);
	});

	test('tell which statement denies', () => {
		expect(messages(allow, {...allow, Effect: 'Deny', Action: 'sts:TagSession'})).toEqual([
			'Statement 2 denies it. This stops sts:TagSession.',
		]);
	});

	test('hold no control characters of the policy', () => {
		const Condition = {StringEquals: {'aws:PrincipalTag/\u001b[2J': '\u0007'}};

		expect(messages({...allow, Condition}).join('')).toMatch(/^[^\p{Cc}]+$/u);
	});
});
