import {describe, expect, test} from 'vitest';
import {diffOf} from '../../src/config-file/diff.ts';

function diff(before: string | null, after: string): readonly string[] {
	const joint = {lineEnd: '', blank: ''};
	return diffOf('/f', {cliProfile: 'a', before, after, joint, hadByteOrderMark: false}).split('\n').slice(2, -1);
}

describe('diffOf', () => {
	test('shows every line of a new section', () => {
		expect(diff(null, '[profile a]\r\nregion = x')).toEqual(['+[profile a]', '+region = x']);
	});

	test('tells lines that stay from those that go and come', () => {
		expect(diff('[profile a]\nregion = x\noutput = json', '[profile a]\nregion = y\noutput = json\nz = 1')).toEqual([
			' [profile a]',
			'-region = x',
			'+region = y',
			' output = json',
			'+z = 1',
		]);
	});

	test('shows no secret, and no control character', () => {
		const before = [
			'[profile a]',
			'credential_process = /x --pkcs8-password "a b" --tpm-key-password=c --certificate /d',
			'aws_secret_access_key = e',
			'x = "pkcs11:object=k?pin-value=1234&b"',
			'note = \u001b[2J',
		].join('\n');

		expect(diff(before, '')).toEqual([
			'-[profile a]',
			'-credential_process = /x --pkcs8-password (not shown) --tpm-key-password (not shown) --certificate /d',
			'-aws_secret_access_key = (not shown)',
			'-x = "pkcs11:object=k?pin-value=(not shown)&b"',
			'-note = \\u{1b}[2J',
		]);
	});

	test('shows the path of a passphrase file, which is no secret', () => {
		expect(diff(null, 'credential_process = /x --passphrase-file /etc/p')).toEqual([
			'+credential_process = /x --passphrase-file /etc/p',
		]);
	});
});
