import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {judgeTrustPolicy} from '../../../src/decide/policy/trust.ts';
import {type LetInContext, letIn, policyFor} from '../../../src/doctor/remedies/let-in.ts';
import {statementsOf} from '../../../src/setup/policy-json.ts';
import {names} from '../../support/decide.ts';

const OTHER_ANCHOR = names.anchor.replace('11111111', '99999999');
const ACTIONS = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const CN = 'aws:PrincipalTag/x509Subject/CN';

function session(commonName: string, differs: Partial<LetInContext> = {}): LetInContext {
	return {
		trustAnchorArn: names.anchor,
		accountId: '111122223333',
		sourceIdentity: `CN=${commonName}`,
		sessionName: '0badc0de',
		principalTags: {
			'x509Subject/CN': commonName,
			'x509Subject/O': 'Example',
			'x509Issuer/CN': 'Example Issuer',
		},
		at: new Date('2026-06-01T00:00:00Z'),
		subjectCommonName: commonName,
		issuerCommonName: 'Example Issuer',
		trustAnchorArns: undefined,
		...differs,
	};
}

const mine = session('build-17');

function policyOf(...statements: readonly object[]): string {
	return JSON.stringify({
		Version: '2012-10-17',
		Statement: statements.map(statement => ({
			Effect: 'Allow',
			Principal: {Service: 'rolesanywhere.amazonaws.com'},
			Action: ACTIONS,
			...statement,
		})),
	});
}

/** The statements of the policy that lets the session in. */
function changed(policy: string, context = mine): readonly unknown[] {
	const after = letIn(policy, context) ?? '';
	expect(judgeTrustPolicy(after, context).isAllowed).toBe(true);
	return statementsOf(after);
}

const forMe = {ArnEquals: {'aws:SourceArn': names.anchor}, StringEquals: {[CN]: 'build-17'}};

describe('one statement is corrected where it is for this certificate alone', () => {
	test('the name that it compares is added to those that it has', () => {
		const [statement, ...others] = changed(policyOf({Condition: {...forMe, StringEquals: {[CN]: 'build17'}}}));
		expect(others).toEqual([]);
		expect(statement).toMatchObject({Condition: {...forMe, StringEquals: {[CN]: ['build17', 'build-17']}}});
	});

	test('the trust anchor takes the place of one that no session can come from', () => {
		const wrong = names.anchor.replace('111122223333', '444455556666');
		const [statement] = changed(policyOf({Condition: {...forMe, ArnEquals: {'aws:SourceArn': wrong}}}));
		expect(statement).toMatchObject({Condition: forMe});
	});

	test('a trust anchor that may be there stays beside it', () => {
		const [statement] = changed(policyOf({Condition: {...forMe, ArnEquals: {'aws:SourceArn': OTHER_ANCHOR}}}));
		expect(statement).toMatchObject({
			Condition: {...forMe, ArnEquals: {'aws:SourceArn': [OTHER_ANCHOR, names.anchor]}},
		});
	});

	test('and goes when the account is known not to have it', () => {
		const [statement] = changed(
			policyOf({Condition: {...forMe, ArnEquals: {'aws:SourceArn': OTHER_ANCHOR}}}),
			session('build-17', {trustAnchorArns: [names.anchor]}),
		);
		expect(statement).toMatchObject({Condition: forMe});
	});

	test.each([
		['actions', {Action: 'sts:AssumeRole'}, {Action: ACTIONS}],
		[
			'the service',
			{Principal: {Service: 'ec2.amazonaws.com'}},
			{Principal: {Service: ['ec2.amazonaws.com', 'rolesanywhere.amazonaws.com']}},
		],
	])('%s that it lacks are added', (_what, lacking, whole) => {
		const [statement, ...others] = changed(policyOf({Condition: forMe, ...lacking}));
		expect(others).toEqual([]);
		expect(statement).toMatchObject(whole);
	});
});

describe('a statement of its own is added, and the others stay', () => {
	test.each([
		['the statement is open to others', policyOf({Action: 'sts:AssumeRole'})],
		[
			'it compares what other subjects have too',
			policyOf({Condition: {StringEquals: {'aws:PrincipalTag/x509Subject/O': 'Elsewhere'}}}),
		],
		[
			'two of its conditions are not met',
			policyOf({Condition: {StringEquals: {[CN]: 'a', 'aws:PrincipalTag/x509Subject/O': 'b'}}}),
		],
		['it excludes by a negated operator', policyOf({Condition: {...forMe, StringNotEquals: {[CN]: 'build-17'}}})],
	])('when %s', (_when, policy) => {
		const statements = changed(policy);
		expect(statements.slice(0, -1)).toEqual(statementsOf(policy));
		expect(statements.at(-1)).toMatchObject({
			Action: ACTIONS,
			Condition: {
				ArnEquals: {'aws:SourceArn': names.anchor},
				StringEquals: {[CN]: 'build-17', 'aws:PrincipalTag/x509Issuer/CN': 'Example Issuer'},
			},
		});
	});

	test('by the source identity, when the certificate has no common name', () => {
		const nameless = session('', {
			sourceIdentity: 'ID=0badc0de',
			principalTags: {'x509Subject/O': 'Example'},
			subjectCommonName: undefined,
		});
		expect(changed(policyOf({Condition: forMe}), nameless).at(-1)).toMatchObject({
			Condition: {StringEquals: {'sts:SourceIdentity': 'ID=0badc0de'}},
		});
	});
});

test('nothing is changed where the session is let in already, where a statement denies it, and where nobody can read the policy', () => {
	expect(letIn(policyOf({Condition: forMe}), mine)).toBeUndefined();
	expect(letIn(policyOf({}, {Effect: 'Deny'}), mine)).toBeUndefined();
	expect(letIn('{', mine)).toBeUndefined();
});

test('nothing is changed for a subject that neither a tag nor the source identity can name', () => {
	const odd = session('build (new)', {principalTags: {'x509Subject/O': 'Example'}});
	expect(letIn(policyOf({Condition: forMe}), odd)).toBeUndefined();
	expect(policyFor(odd)).toBeUndefined();
});

test('the policy for a new role lets this subject in alone', () => {
	expect(judgeTrustPolicy(policyFor(mine) ?? '', mine).isAllowed).toBe(true);
	expect(judgeTrustPolicy(policyFor(mine) ?? '', session('build-18')).isAllowed).toBe(false);
});

describe('over random policies', () => {
	const value = fc.constantFrom(
		'build-17',
		'build-18',
		'build-*',
		'*',
		'Example',
		'Elsewhere',
		'Example Issuer',
		'CN=build-17',
	);
	const anchor = fc.constantFrom(
		names.anchor,
		OTHER_ANCHOR,
		names.anchor.replace('us-east-1', 'eu-west-1'),
		'arn:aws:*',
	);
	const oneOrMore = (one: fc.Arbitrary<string>) => fc.oneof(one, fc.array(one, {minLength: 1, maxLength: 3}));
	const strings = fc.dictionary(
		fc.constantFrom(
			CN,
			'aws:PrincipalTag/x509Subject/O',
			'aws:PrincipalTag/x509Subject/OU',
			'aws:PrincipalTag/x509Issuer/CN',
			'sts:SourceIdentity',
		),
		oneOrMore(value),
		{minKeys: 1, maxKeys: 3},
	);
	const condition = fc.record(
		{
			StringEquals: strings,
			StringLike: strings,
			StringEqualsIgnoreCase: strings,
			StringNotEquals: strings,
			'ForAllValues:StringEquals': strings,
			ArnEquals: oneOrMore(anchor).map(arn => ({'aws:SourceArn': arn})),
			ArnLike: oneOrMore(anchor).map(arn => ({'aws:SourceArn': arn})),
		},
		{requiredKeys: []},
	);
	const statement = fc.record(
		{
			Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
			Principal: fc.constantFrom<object | string>(
				{Service: 'rolesanywhere.amazonaws.com'},
				{Service: ['ec2.amazonaws.com', 'rolesanywhere.amazonaws.com']},
				{Service: 'ec2.amazonaws.com'},
				'*',
			),
			Action: fc.constantFrom<string | readonly string[]>(ACTIONS, 'sts:*', 'sts:AssumeRole', [
				'sts:AssumeRole',
				'sts:TagSession',
			]),
			Condition: condition,
		},
		{requiredKeys: ['Effect', 'Principal', 'Action']},
	);
	const policies = fc
		.array(statement, {minLength: 1, maxLength: 3})
		.map(statements => JSON.stringify({Version: '2012-10-17', Statement: statements}));
	const others = fc
		.record({
			commonName: fc.constantFrom('build-17', 'build-18', 'BUILD-17', 'build-170', 'other'),
			organisation: fc.constantFrom('Example', 'Elsewhere'),
			issuer: fc.constantFrom('Example Issuer', 'Other Issuer'),
			trustAnchorArn: fc.constantFrom(names.anchor, OTHER_ANCHOR),
		})
		.map(({commonName, organisation, issuer, trustAnchorArn}) =>
			session(commonName, {
				trustAnchorArn,
				principalTags: {
					'x509Subject/CN': commonName,
					'x509Subject/O': organisation,
					'x509Issuer/CN': issuer,
				},
			}),
		);
	const isMySubject = ({subjectCommonName, trustAnchorArn}: LetInContext) =>
		subjectCommonName === mine.subjectCommonName && trustAnchorArn === mine.trustAnchorArn;

	test('the session is let in unless it is denied, and no other subject or trust anchor that was not before', () => {
		fc.assert(
			fc.property(policies, fc.array(others, {minLength: 1, maxLength: 6}), (policy, sessions) => {
				const before = judgeTrustPolicy(policy, mine);
				const after = letIn(policy, mine);
				const isDenied = before.actions.some(({outcome}) => outcome === 'denied');
				expect(after === undefined).toBe(before.isAllowed || isDenied);
				if (after === undefined) {
					return;
				}

				expect(judgeTrustPolicy(after, mine).isAllowed).toBe(true);
				for (const other of sessions) {
					const [was, is] = [policy, after].map(one => judgeTrustPolicy(one, other).isAllowed);
					expect(was && !is).toBe(false);
					expect(is && !was && !isMySubject(other)).toBe(false);
				}
			}),
			{numRuns: 300},
		);
	});
});
