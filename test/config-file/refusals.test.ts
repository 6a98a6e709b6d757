import {describe, expect, test} from 'vitest';
import {editCliProfile} from '../../src/config-file/cli-profile.ts';

const settings = {credential_process: '/bin/x', region: 'eu-central-1'};

describe('an edit is refused', () => {
	test.each(['', 'my profile', '-x', 'a]b', 'a#b', 'a"b', 'a\\b', 'a\nb', 'x'.repeat(65), '__proto__'])(
		'for the name %j (CFG-04)',
		name => {
			expect(() => editCliProfile('', name, settings)).toThrow(expect.objectContaining({code: 'CLI_PROFILE_NAME'}));
		},
	);

	test.each([
		['an uppercase key (CFG-05)', {REGION: 'x'}],
		['a key with blanks', {'my key': 'x'}],
		['a line end in a value', {region: 'x\ny'}],
		['an empty value (CFG-25)', {region: ''}],
		['blanks around a value', {region: ' x'}],
		['what looks like a note (CFG-26)', {region: 'x # y'}],
		['what looks like a note at the start', {region: ';x'}],
		['a control character', {region: 'x\u001b'}],
	])('for %s', (_case, wanted) => {
		expect(() => editCliProfile('', 'a', wanted)).toThrow(expect.objectContaining({code: 'CONFIG_SETTING_INVALID'}));
	});

	test.each([
		['a section that stands twice (CFG-11)', '[b]\n[profile c]\n[b]\n', '[b] stands twice, on lines 1 and 3'],
		[
			'a key that stands twice (CFG-11)',
			'[profile b]\nx = 1\nx = 2\n',
			'x is set twice in one section, on lines 2 and 3',
		],
		[
			'the rest of a command, not indented (CFG-22)',
			'[profile b]\ncredential_process = /x\n--certificate y\n',
			'line 3 is neither',
		],
		[
			'an empty value with the command under it (CFG-25)',
			'[profile b]\ncredential_process =\n  /x --y\n',
			'credential_process on line 2 is empty',
		],
		['a line before any section', 'region = x\n', 'line 1 stands before any [section]'],
		['NUL bytes', '[profile b]\0\n', 'NUL'],
		['a lone carriage return', '[profile b]\rregion = x\n', 'line 1 ends in a lone carriage return'],
	])('for a file with %s', (_case, text, message) => {
		expect(() => editCliProfile(text, 'a', settings)).toThrow(
			expect.objectContaining({code: 'CONFIG_FILE_BROKEN', message: expect.stringContaining(message)}),
		);
	});

	test.each([
		[
			'[default] beside [profile default] (CFG-03)',
			'default',
			'[default]\n[profile default]\n',
			'[default] on line 1, [profile default] on line 2',
		],
		[
			'two spellings of one name (CFG-11)',
			'a',
			'[profile a]\n[profile "a"]\n',
			'[profile a] on line 1, [profile "a"] on line 2',
		],
		['a header that only botocore finds (CFG-02)', 'a', '[profile  a]\n', '[profile  a] on line 1'],
		[
			'an uppercase key that it would set (CFG-05)',
			'a',
			'[profile a]\nREGION = x\n',
			'REGION on line 2 is not in lowercase',
		],
		[
			'single sign-on (CFG-07)',
			'a',
			'[profile a]\nsso_session = corp\nsso_account_id = 1\n',
			'sso_session on line 2, sso_account_id on line 3',
		],
		[
			'a role (CFG-07)',
			'a',
			'[profile a]\nrole_arn = x\nsource_profile = b\n',
			'role_arn on line 2, source_profile on line 3',
		],
		[
			'another credential source (CFG-07)',
			'a',
			'[profile a]\ncredential_source = Environment\n',
			'credential_source on line 2',
		],
		['web identity (CFG-07)', 'a', '[profile a]\nweb_identity_token_file = /x\n', 'web_identity_token_file on line 2'],
		[
			'static keys in the same section (CFG-08)',
			'a',
			'[profile a]\naws_access_key_id = x\n',
			'aws_access_key_id on line 2',
		],
		['a role that every CLI profile inherits', 'a', '[DEFAULT]\nrole_arn = x\n', 'role_arn on line 2'],
	])('for %s', (_case, name, text, message) => {
		expect(() => editCliProfile(text, name, settings)).toThrow(
			expect.objectContaining({code: 'CLI_PROFILE_CONFLICT', message: expect.stringContaining(message)}),
		);
	});

	test('not when the same edit takes the other source away, or sets no process', () => {
		expect(editCliProfile('[profile a]\nrole_arn = x\n', 'a', {credential_process: '/x', role_arn: null})).toBe(
			'[profile a]\ncredential_process = /x\n',
		);
		expect(editCliProfile('[profile a]\nsso_session = s\n', 'a', {region: 'x'})).toBe(
			'[profile a]\nsso_session = s\nregion = x\n',
		);
	});

	test('never shows the secret that stands beside what it refuses', () => {
		expect(() => editCliProfile('[profile a]\naws_secret_access_key = wJalrX\n', 'a', settings)).toThrow(
			expect.objectContaining({message: expect.not.stringContaining('wJalrX')}),
		);
	});

	test('for a file in which a client would find the section elsewhere', () => {
		const text = '[profile b]\noutput = json\n  [profile a]\n';

		expect(() => editCliProfile(text, 'b', {region: 'x'})).toThrow(
			expect.objectContaining({code: 'CONFIG_FILE_BROKEN', message: expect.stringContaining('differently')}),
		);
	});
});
