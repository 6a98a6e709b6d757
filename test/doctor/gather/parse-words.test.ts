import {describe, expect, test} from 'vitest';
import credentials from '../../../src/cli/commands/credentials.ts';
import {typedName} from '../../../src/cli/flag.ts';
import {sharedFlags} from '../../../src/cli/shared-flags.ts';
import {nameOf, parseWords} from '../../../src/doctor/gather/parse-words.ts';
import {OWN_FLAGS} from '../../../src/rules/helper-flags.ts';

const FLAGS = ['--certificate', '/c.pem', '--private-key=/k.pem', '--role-arn', 'arn'];
const ORDER = {certificate: '/c.pem', privateKey: '/k.pem', roleArn: 'arn'};

describe('the words of a command', () => {
	test.each<[string, readonly string[], object]>([
		['our own program', ['/usr/bin/anchorsmith', 'credentials', ...FLAGS], {maker: 'own', order: ORDER}],
		[
			'Node with our own program',
			['/usr/bin/node', '/opt/dist/main.js', 'credentials', ...FLAGS, '--home', '/srv', '--passphrase-env', 'P'],
			{maker: 'own', entry: '/opt/dist/main.js', order: ORDER, home: '/srv', passphraseVariable: 'P'},
		],
		[
			'the official helper',
			['aws_signing_helper', 'credential-process', ...FLAGS, '--with-proxy', '--pkcs8-password', 'x'],
			{maker: 'official-helper', order: ORDER, unknownFlags: [], passphrase: 'x'},
		],
		[
			'the official helper on Windows',
			['C:\\Program Files\\x\\aws_signing_helper.exe', 'credential-process', ...FLAGS],
			{maker: 'official-helper', order: ORDER},
		],
		[
			'single hyphens, and flags that there are not',
			[
				'/x/aws_signing_helper',
				'credential-process',
				'-certificate',
				'/c.pem',
				'--pkcs11-pin',
				'1',
				'--passphrase-file',
				'p',
			],
			{
				order: {certificate: '/c.pem', passphraseFile: 'p'},
				unknownFlags: ['-certificate', '--pkcs11-pin', '--passphrase-file'],
			},
		],
		[
			'a flag that swallows the next',
			['/x/aws_signing_helper', 'credential-process', '--certificate', '--private-key', '/k.pem'],
			{order: {certificate: '--private-key'}},
		],
		['the last of two', ['anchorsmith', 'credentials', '--region', 'a', '--region', 'b'], {order: {region: 'b'}}],
		['a shell around it', ['sh', '-c', 'aws_signing_helper credential-process'], {maker: 'other', order: {}}],
		['Node with something else', ['node', '/opt/other.js', 'print'], {maker: 'other', order: {}}],
		['nothing', [], {maker: 'other', order: {}, unknownFlags: []}],
	])('%s', (_what, words, expected) => {
		expect(parseWords(words)).toMatchObject(expected);
	});
});

test('the flags of our own command are those that it declares', () => {
	const declared = Object.entries({...sharedFlags, ...credentials.flags}).map(([name, flag]) => [
		typedName(name),
		flag.takes === 'nothing' ? 'nothing' : 'value',
	]);

	expect([...OWN_FLAGS].map(([name, {takes}]) => [name, takes]).toSorted()).toEqual(declared.toSorted());
});

test.each([
	['/usr/bin/node', 'node'],
	['C:\\x\\node.exe', 'node'],
	['anchorsmith.cmd', 'anchorsmith'],
])('the program %s is called %s', (program, name) => {
	expect(nameOf(program)).toBe(name);
});
