import {expect, test} from 'vitest';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {machineForTest, words} from '../../support/broken-machine.ts';
import {names} from '../../support/decide.ts';
import {remedyOf} from '../../support/remedy-of.ts';

const OTHER = 'arn:aws:iam::111122223333:role/Downloader';

async function profileWith(differs: object) {
	const {account} = await machineForTest();
	return account.profile.state === 'seen' ? {profile: seen({...account.profile.value, ...differs})} : {};
}

test('the role is listed beside the others, all of them named', async () => {
	const account = await profileWith({roleArns: [OTHER]});
	const {who, commands, mend} = remedyOf('session-role-in-profile', await machineForTest({account}));
	expect(who).toBe('administrator');
	expect(commands).toEqual([
		`aws rolesanywhere update-profile --profile-id ${names.profile.split('/').at(-1)} --role-arns ${OTHER} ${names.role} --region us-east-1 --profile admin`,
	]);
	expect(mend).toEqual({
		kind: 'profile-roles',
		profileArn: names.profile,
		before: [OTHER],
		roleArns: [OTHER, names.role],
	});
});

test('a role that is named without its path is named as IAM shows it', async () => {
	const line = words.join(' ').replace('/app/', '/');
	const {who, commands} = remedyOf('session-role-in-profile', await machineForTest({line}));
	expect(who).toBe('operator');
	expect(commands).toEqual([expect.stringContaining(` --role-arn ${names.role} `)]);
});

test('a profile that is disabled is enabled, a trust anchor too', async () => {
	const evidence = await machineForTest();
	expect(remedyOf('session-profile-enabled', evidence).mend).toEqual({kind: 'enable', arn: names.profile});
	expect(remedyOf('session-trust-anchor-enabled', evidence).commands).toEqual([
		`aws rolesanywhere enable-trust-anchor --trust-anchor-id ${names.anchor.split('/').at(-1)} --region us-east-1 --profile admin`,
	]);
});

test('the name of a session is left out where none is accepted, and the duration is that of the role', async () => {
	const line = `${words.join(' ')} --session-duration 28800 --role-session-name nightly`;
	const evidence = await machineForTest({line});
	expect(remedyOf('session-role-session-name', evidence).commands.join('')).not.toContain('--role-session-name');
	expect(remedyOf('session-duration', evidence).commands).toEqual([
		expect.stringContaining(' --session-duration 3600 '),
	]);
});
