import {expect, test} from 'vitest';
import {machineForTest, words} from '../../support/broken-machine.ts';
import {remedyOf} from '../../support/remedy-of.ts';

test.each([
	[
		'config-environment',
		{secretVariables: ['AWS_SECRET_ACCESS_KEY'], variables: {AWS_ACCESS_KEY_ID: 'set'}},
		['unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY'],
	],
	[
		'config-profile-chosen',
		{variables: {AWS_PROFILE: 'other'}},
		['export AWS_PROFILE=build', 'unset AWS_DEFAULT_PROFILE'],
	],
	['config-region-variables', {variables: {AWS_REGION: 'eu-west-1'}}, ['unset AWS_REGION']],
	[
		'config-location',
		{variables: {AWS_CONFIG_FILE: '~/my aws/config'}},
		["export AWS_CONFIG_FILE='/home/ida/my aws/config'"],
	],
	['host-home', {}, ['HOME=~ida; export HOME']],
	['network-endpoint-fips', {variables: {AWS_USE_FIPS_ENDPOINT: 'true'}}, ['unset AWS_USE_FIPS_ENDPOINT']],
	['network-authorities', {variables: {AWS_CA_BUNDLE: '/gone.pem'}}, ['unset AWS_CA_BUNDLE']],
	['network-proxy-address', {variables: {HTTPS_PROXY: 'proxy'}}, ['unset HTTPS_PROXY']],
	['network-clock', {}, ['sudo timedatectl set-ntp true']],
	['network-clock', {platform: 'darwin'}, ['sudo sntp -sS time.apple.com']],
])('%s of %j', async (rule, host, commands) => {
	expect(remedyOf(rule, await machineForTest({host})).commands).toEqual(commands);
});

test('a CLI profile that was misspelt in the environment is named as it is', async () => {
	const evidence = await machineForTest({cliProfile: {name: 'biuld', chosenBy: 'environment'}});
	expect(remedyOf('config-profile-found', evidence).commands).toEqual(['export AWS_PROFILE=build']);
});

test('a program that does not run here gives way to this one', async () => {
	const line = words
		.join(' ')
		.replace('/usr/bin/anchorsmith credentials', '/opt/aws_signing_helper credential-process');
	const {commands} = remedyOf('program-glibc', await machineForTest({line: `${line} --with-proxy`}));
	expect(commands).toEqual([expect.stringMatching(/^anchorsmith configure (?!.*--helper).* --replace$/)]);
});
