import {describe, expect, test} from 'vitest';
import {decide} from '../../src/decide/decide.ts';
import {DEFAULT_MAPPINGS, principalTagsOf, sourceIdentityOf} from '../../src/decide/identity.ts';
import {conditionsFor} from '../../src/decide/identity-conditions.ts';
import {type DiffersBy, issueForTest, testTime} from '../support/certificates.ts';
import {names, openTrustPolicy, sessionForTest} from '../support/decide.ts';

type Conditions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What the service decides on a session by this certificate when the trust policy has these conditions. */
async function decideWith(certificate: Uint8Array, conditions: Conditions) {
	const open: {Version: string; Statement: object[]} = JSON.parse(openTrustPolicy);
	const trustPolicy = JSON.stringify({
		...open,
		Statement: open.Statement.map(statement => ({...statement, Condition: conditions})),
	});
	const {request, account} = await sessionForTest({request: {certificate}, role: {trustPolicy}});
	return decide(request, account, testTime);
}

const certificates: readonly [string, DiffersBy][] = [
	['a usual one', {}],
	['one without a common name', {subject: 'O=Example,OU=Security,OU=Engineering'}],
	['one with a long common name', {subject: `CN=${'a'.repeat(63)}`}],
	['one in another script', {subject: 'CN=東京,O=Größe'}],
	[
		'one with alternative names of all kinds',
		{
			subjectAlternativeName: [
				{dns: 'a.example.com'},
				{dns: 'b.example.com'},
				{uri: 'spiffe://example.com/a'},
				{directory: 'CN=x,OU=y'},
				{ip: '192.0.2.1'},
			],
		},
	],
];

describe.each(certificates)('the conditions for %s', (_title, differsBy) => {
	test('let its session in, whose identity is what they name, byte for byte', async () => {
		const {der, certificate} = await issueForTest(differsBy);
		const known = {
			sourceIdentity: sourceIdentityOf(certificate),
			principalTags: principalTagsOf(certificate, DEFAULT_MAPPINGS).tags,
		};
		const decision = await decideWith(der, {...conditionsFor(known, names.anchor)});
		expect(decision).toMatchObject({outcome: 'allowed', session: known});
	});

	test('keep a session out that differs in any of them', async () => {
		const {der, certificate} = await issueForTest(differsBy);
		const conditions = conditionsFor(
			{
				sourceIdentity: sourceIdentityOf(certificate),
				principalTags: principalTagsOf(certificate, DEFAULT_MAPPINGS).tags,
			},
			names.anchor,
		);
		for (const [operator, values] of Object.entries(conditions)) {
			for (const [key, value] of Object.entries<string>(values)) {
				const changed = {...conditions, [operator]: {...values, [key]: `${value}x`}};
				expect(await decideWith(der, changed)).toMatchObject({outcome: 'refused', stage: 'assume-role'});
			}
		}
	});
});

test('a source identity that STS would not set is no condition', () => {
	expect(conditionsFor({sourceIdentity: 'CN=a(b)', principalTags: {'x509Subject/O': 'Example'}}, 'arn')).toEqual({
		ArnEquals: {'aws:SourceArn': 'arn'},
		StringEquals: {'aws:PrincipalTag/x509Subject/O': 'Example'},
	});
});
