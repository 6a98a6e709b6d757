import {describe, expect, test} from 'vitest';
import {changeCliProfile} from '../../src/config-file/cli-profile.ts';
import {undoBlock} from '../../src/config-file/undo.ts';

const settings = {credential_process: '/bin/x', region: 'eu-central-1'};

/** A change that was made, which every case here needs. */
function change(text: string, name = 'a') {
	const made = changeCliProfile(text, name, settings);
	if (!made.change) {
		throw new Error('nothing changed');
	}

	return {text: made.text, change: made.change};
}

describe('undoBlock', () => {
	test.each([
		[
			'after it',
			'[profile b]\nx = y',
			(text: string) => `${text}\n[profile c]\nregion = z\n`,
			'[profile b]\nx = y\n\n[profile c]\nregion = z\n',
		],
		[
			'right after it, without a blank line',
			'[profile b]\n',
			(text: string) => `${text}[profile c]\n`,
			'[profile b]\n[profile c]\n',
		],
		['before it', '[profile b]\n', (text: string) => `# hello\n${text}`, '# hello\n[profile b]\n'],
	])('keeps what others added %s', (_case, before, edit, expected) => {
		const made = change(before);

		expect(undoBlock(edit(made.text), made.change)).toBe(expected);
	});

	test('keeps the line end of what stands above when the blank line is gone', () => {
		const made = change('[profile b]\n');

		expect(undoBlock(made.text.replace('\n\n', '\n'), made.change)).toBe('[profile b]\n');
	});

	test('restores a section as it was', () => {
		const before = '[profile a]\nregion = x # here\noutput = json\n\n[profile b]\n';
		const made = change(before);

		expect(undoBlock(`${made.text}more = 1\n`, made.change)).toBe(`${before}more = 1\n`);
	});

	test.each([
		['a changed value', (text: string) => text.replace('eu-central-1', 'us-east-1')],
		['a setting that was added', (text: string) => text.replace('region', 'output = json\nregion')],
		['a setting that was added at its end', (text: string) => `${text}output = json\n`],
		['a longer last value', (text: string) => text.trimEnd().concat('b\n')],
		['a second section of the name', (text: string) => `${text}[profile "a"]\n`],
	])('leaves the section alone and says so after %s', (_case, edit) => {
		const made = change('[profile b]\n');

		expect(() => undoBlock(edit(made.text), made.change)).toThrow(
			expect.objectContaining({code: 'CLI_PROFILE_CHANGED'}),
		);
	});

	test('finds nothing to do where the change was never written or is undone already', () => {
		const made = change('[profile b]\n');
		const other = change('[profile a]\nregion = x\n');

		expect(undoBlock('[profile b]\n', made.change)).toBe('[profile b]\n');
		expect(undoBlock('[profile a]\nregion = x\n', other.change)).toBe('[profile a]\nregion = x\n');
	});

	test('puts a byte order mark back', () => {
		const made = change('\uFEFF[profile b]\r\n');

		expect(undoBlock(made.text, made.change)).toBe('\uFEFF[profile b]\r\n');
	});
});
