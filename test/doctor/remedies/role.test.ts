import {expect, test} from 'vitest';
import {absent, seen} from '../../../src/doctor/evidence/look.ts';
import {machineForTest} from '../../support/broken-machine.ts';
import {names} from '../../support/decide.ts';
import {remedyOf} from '../../support/remedy-of.ts';

const policy = (condition: object) =>
	JSON.stringify({
		Version: '2012-10-17',
		Statement: [
			{
				Effect: 'Allow',
				Principal: {Service: 'rolesanywhere.amazonaws.com'},
				Action: 'sts:*',
				Condition: condition,
			},
		],
	});

const roleWith = (trustPolicy: string) => ({role: seen({arn: names.role, trustPolicy, maxSessionDuration: 3600})});

test('the trust policy is changed by whoever administers, with all of it on the line', async () => {
	const account = roleWith(policy({ArnEquals: {'aws:SourceArn': names.anchor.replace('us-east-1', 'eu-west-1')}}));
	const {who, commands, mend} = remedyOf('session-role-trust', await machineForTest({account}));
	expect(who).toBe('administrator');
	expect(commands[0]).toMatch(
		/^aws iam update-assume-role-policy --role-name Uploader --policy-document '\{.*\}' --profile admin$/,
	);
	expect(mend).toMatchObject({kind: 'trust-policy', roleArn: names.role, region: 'us-east-1'});
});

test('a tag that the profile no longer makes is mapped again, and the policy stays', async () => {
	const {account} = await machineForTest();
	const profile = account.profile.state === 'seen' ? seen({...account.profile.value, attributeMappings: []}) : absent;
	const role = roleWith(policy({StringEquals: {'aws:PrincipalTag/x509Issuer/O': 'Example'}}));
	const {commands, mend} = remedyOf('session-role-trust', await machineForTest({account: {...role, profile}}));
	expect(commands).toEqual([
		`aws rolesanywhere put-attribute-mapping --profile-id ${names.profile.split('/').at(-1)} --certificate-field x509Issuer --mapping-rules 'specifier=*' --region us-east-1 --profile admin`,
	]);
	expect(mend).toMatchObject({kind: 'map-attributes', goal: {certificateField: 'x509Issuer', specifiers: ['*']}});
});

test('a role that is gone is made again for this certificate alone', async () => {
	const {commands} = remedyOf('session-role-found', await machineForTest({account: {role: absent}}));
	expect(commands).toEqual([
		expect.stringMatching(
			/^aws iam create-role --role-name Uploader --path \/app\/ --assume-role-policy-document '\{.*x509Subject\/CN/,
		),
	]);
});
