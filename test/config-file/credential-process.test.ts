import {describe, expect, test} from 'vitest';
import {type CredentialProcess, credentialProcessArguments} from '../../src/config-file/credential-process.ts';

const ARN = 'arn:aws:rolesanywhere:eu-central-1:111122223333';
const ID = '11111111-2222-4333-8444-555555555555';
const needed: CredentialProcess = {
	helper: 'own',
	program: ['/usr/bin/node', '/opt/anchorsmith/main.js'],
	certificate: '/c.pem',
	privateKey: '/k.pem',
	trustAnchorArn: `${ARN}:trust-anchor/${ID}`,
	profileArn: `${ARN}:profile/${ID}`,
	roleArn: 'arn:aws:iam::111122223333:role/path/build',
};
const arns = [
	'--trust-anchor-arn',
	needed.trustAnchorArn,
	'--profile-arn',
	needed.profileArn,
	'--role-arn',
	needed.roleArn,
];

describe('credentialProcessArguments', () => {
	test('starts this program with its credentials verb', () => {
		expect(credentialProcessArguments(needed)).toEqual([
			'/usr/bin/node',
			'/opt/anchorsmith/main.js',
			'credentials',
			'--certificate',
			'/c.pem',
			'--private-key',
			'/k.pem',
			...arns,
		]);
	});

	test('gives every setting that is asked for, and the state folder to this program only', () => {
		const all = {
			...needed,
			intermediates: '/i.pem',
			sessionDuration: 900,
			region: 'us-east-1',
			endpoint: 'http://127.0.0.1:1',
			roleSessionName: 'ada',
			home: '/state',
		};
		const settings = [
			'--session-duration',
			'900',
			'--region',
			'us-east-1',
			'--endpoint',
			'http://127.0.0.1:1',
			'--role-session-name',
			'ada',
		];

		expect(credentialProcessArguments({...all, passphraseFile: '/p'})).toEqual([
			...needed.program,
			'credentials',
			'--certificate',
			'/c.pem',
			'--private-key',
			'/k.pem',
			'--intermediates',
			'/i.pem',
			...arns,
			...settings,
			'--passphrase-file',
			'/p',
			'--home',
			'/state',
		]);
		expect(credentialProcessArguments({...all, helper: 'official', program: ['/opt/aws_signing_helper']})).toEqual([
			'/opt/aws_signing_helper',
			'credential-process',
			'--certificate',
			'/c.pem',
			'--private-key',
			'/k.pem',
			'--intermediates',
			'/i.pem',
			...arns,
			...settings,
		]);
	});

	test.each<[string, Partial<CredentialProcess>, string, RegExp]>([
		['a relative certificate (CFG-45)', {certificate: 'c.pem'}, 'USAGE', /c\.pem is not absolute/],
		['a relative program (CFG-45)', {program: ['node']}, 'USAGE', /node is not absolute/],
		[
			'a passphrase for the official helper (CFG-46)',
			{helper: 'official', passphraseFile: '/p'},
			'USAGE',
			/only on its command line/,
		],
		['a text that is no ARN', {roleArn: 'build'}, 'ARN_INVALID', /"build" is not an ARN/],
		['an ARN of another kind', {trustAnchorArn: needed.profileArn}, 'ARN_INVALID', /is not the ARN of a trust-anchor/],
		[
			'another partition',
			{roleArn: 'arn:aws-cn:iam::111122223333:role/build'},
			'ARN_INVALID',
			/more than one partition \(aws, aws-cn\)/,
		],
		['another account', {roleArn: 'arn:aws:iam::444455556666:role/build'}, 'ARN_INVALID', /more than one account/],
		[
			'another region',
			{profileArn: `arn:aws:rolesanywhere:us-east-1:111122223333:profile/${ID}`},
			'ARN_INVALID',
			/more than one region/,
		],
	])('refuses %s', (_case, differsBy, code, message) => {
		expect(() => credentialProcessArguments({...needed, ...differsBy})).toThrow(
			expect.objectContaining({code, message: expect.stringMatching(message)}),
		);
	});
});
