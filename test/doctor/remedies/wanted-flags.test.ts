import {describe, expect, test} from 'vitest';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {configureRemedy, safeName, wantedFlags} from '../../../src/doctor/remedies/wanted-flags.ts';
import {fileWith, keyOf, machineForTest, words} from '../../support/broken-machine.ts';
import {issueForTest, pki} from '../../support/certificates.ts';
import {names} from '../../support/decide.ts';

const line = words.join(' ');
const whole = {
	cliProfile: 'build',
	helper: 'own',
	certificate: '/srv/host/certificate.pem',
	privateKey: '/srv/host/private-key.pem',
	intermediates: '/srv/host/chain.pem',
	trustAnchorArn: names.anchor,
	profileArn: names.profile,
	roleArn: names.role,
	region: 'us-east-1',
};

describe('a command is pieced together again, when', () => {
	test.each([
		['it is whole', line],
		['it has a note behind it', `${line} # made by hand`],
		[
			'its hyphens are typographic',
			line.replace(' --certificate', ' –certificate').replace(' --role-arn', ' —role-arn'),
		],
		['a flag is cut short', line.replace('--intermediates', '--intermediate')],
		['backslashes were left in it', line.replaceAll(' --', ' \\ --')],
		[
			'the ARNs stand under one another’s flags',
			line.replace(names.anchor, 'X').replace(names.profile, names.anchor).replace('X', names.profile),
		],
		['an ARN names another region', line.replace(names.profile, names.profile.replace('us-east-1', 'eu-west-1'))],
		['an ARN names another account', line.replace(names.role, names.role.replace('111122223333', '444455556666'))],
		['an ARN names another partition', line.replace(names.role, names.role.replace('arn:aws:', 'arn:aws-cn:'))],
		['the role is named by its name alone', line.replace(names.role, 'Uploader')],
		['the role is named without its path', line.replace(names.role, names.role.replace('/app/', '/'))],
		['the duration is none', `${line} --session-duration 1h`],
	])('%s', async (_when, broken) => {
		expect(wantedFlags(await machineForTest({line: broken}))).toEqual(expect.objectContaining(whole));
	});

	test('it goes on over lines of every kind', async () => {
		const config = `[ profile build ]\ncredential_process = ${line.replaceAll(' --', ' \\\n--')}\nregion = us-east-1\n`;
		expect(wantedFlags(await machineForTest({config}))).toEqual(expect.objectContaining(whole));
	});

	test('a path holds a blank that is not quoted', async () => {
		const evidence = await machineForTest({
			line: line.replace('/srv/host/chain.pem', '/srv/my host/chain.pem'),
		});
		expect(wantedFlags(evidence)?.intermediates).toBe('/srv/my host/chain.pem');
	});

	test('paths begin with ~ or nowhere', async () => {
		const evidence = await machineForTest({
			line: line.replace('/srv/host/chain.pem', '~/chain.pem'),
			host: {workingDirectory: '/home/ida/work'},
		});
		expect(wantedFlags(evidence)?.intermediates).toBe('/home/ida/chain.pem');
	});
});

describe('what is missing comes from what lies there', () => {
	test('a certificate that belongs to the key', async () => {
		const {endEntity} = await pki();
		const evidence = await machineForTest({
			line: line.replace(' --certificate /srv/host/certificate.pem', ''),
			files: {certificate: {state: 'absent'}, nearby: [fileWith('/srv/host/new.crt', endEntity.pem)]},
		});
		expect(wantedFlags(evidence)?.certificate).toBe('/srv/host/new.crt');
	});

	test('the pair that belongs together, when the one that is named does not', async () => {
		const other = await issueForTest();
		const evidence = await machineForTest({
			files: {
				privateKey: seen(fileWith('/srv/host/private-key.pem', keyOf(other))),
				nearby: [fileWith('/srv/host/other.pem', other.pem)],
			},
		});
		expect(wantedFlags(evidence)).toMatchObject({
			certificate: '/srv/host/other.pem',
			privateKey: '/srv/host/private-key.pem',
		});
	});

	test('the only profile of the account', async () => {
		const evidence = await machineForTest({line: line.replace(` --profile-arn ${names.profile}`, '')});
		const {profile} = evidence.account;
		const listed = profile.state === 'seen' ? [profile.value] : [];
		const account = {...evidence.account, profile: {state: 'absent'}, profiles: seen(listed)} as const;
		expect(wantedFlags({...evidence, account})?.profileArn).toBe(names.profile);
	});
});

describe('nothing is written', () => {
	test.each([
		['without a role, where nobody knows which', line.replace(` --role-arn ${names.role}`, '')],
		[
			'for a key in a token',
			`${line.replace('/srv/host/private-key.pem', 'pkcs11:object=key')} --pkcs11-lib /usr/lib/p11.so`.replace(
				'/usr/bin/anchorsmith credentials',
				'/usr/bin/aws_signing_helper credential-process',
			),
		],
		['where a part of the line is not shown', line.replace(names.anchor, 'REDACTED')],
	])('%s', async (_what, broken) => {
		const evidence = await machineForTest({line: broken});
		const account = {...evidence.account, profile: {state: 'absent'}, role: {state: 'absent'}} as const;
		expect(wantedFlags({...evidence, account})).toBeUndefined();
	});
});

test('the official helper is kept, with the path at which it lies', async () => {
	const official = line.replace('/usr/bin/anchorsmith credentials', '/opt/aws_signing_helper credential-process');
	expect(wantedFlags(await machineForTest({line: official}))).toMatchObject({
		helper: 'official',
		helperProgram: '/opt/aws_signing_helper',
	});
});

test('where all was typed, doctor looks again, and no CLI profile is written', async () => {
	const evidence = await machineForTest({cliProfile: {name: 'default', chosenBy: 'usual'}});
	const {command} = evidence;
	const typed = command.state === 'seen' ? seen({...command.value, origin: 'flags' as const}) : command;
	const remedy = configureRemedy('So.', {...evidence, command: typed});
	expect(remedy?.commands).toEqual([expect.stringMatching(/^anchorsmith doctor --certificate /)]);
	expect(remedy?.mend).toBeUndefined();
});

test.each([
	['build host', 'build-host'],
	['"a]#', 'a'],
	['…', 'default'],
])('the name %s becomes %s', (name, safe) => {
	expect(safeName(name)).toBe(safe);
});
