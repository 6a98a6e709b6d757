import {describe, expect, test} from 'vitest';
import {absent, type Look, seen} from '../../../src/doctor/evidence/look.ts';
import {findCommand} from '../../../src/doctor/gather/find-command.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';

const text = (content: string | undefined): Look<{readonly path: string; readonly text: string}> =>
	content === undefined ? absent : seen({path: '/file', text: content});

/** The command of the CLI profile `a`. */
function find(files: {config?: string; credentials?: string}, platform: NodeJS.Platform = 'linux') {
	const looks = {config: text(files.config), credentials: text(files.credentials)};
	return findCommand('a', looks, surroundingsForTest({platform}));
}

describe('the command of a CLI profile', () => {
	test.each<[string, {config?: string; credentials?: string}, object | undefined]>([
		[
			'is in the config file',
			{config: '[profile a]\ncredential_process = /x "b c"\n'},
			{origin: 'config', words: ['/x', 'b c']},
		],
		[
			'is in the credentials file, which wins',
			{config: '[profile a]\ncredential_process = /x\n', credentials: '[a]\ncredential_process = /y\n'},
			{origin: 'credentials', words: ['/y']},
		],
		[
			'goes on in the next lines',
			{config: '[profile a]\ncredential_process = /x\n  --flag b\n'},
			{origin: 'config', words: ['/x', '--flag', 'b']},
		],
		[
			'may be written in capitals',
			{config: '[profile a]\nCREDENTIAL_PROCESS = /x\n'},
			{origin: 'config', words: ['/x']},
		],
		[
			'is looked at below a header that no client finds',
			{config: '[ profile a ]\ncredential_process = /x\n'},
			{origin: 'config', words: ['/x']},
		],
		[
			'is looked at where a quotation mark is missing',
			{config: '[profile a]\ncredential_process = /x "b c\n'},
			{origin: 'config', words: ['/x', 'b', 'c']},
		],
		['may be another one', {config: '[profile b]\ncredential_process = /x\n'}, undefined],
		['may be empty', {config: '[profile a]\ncredential_process =\n'}, undefined],
		['may be nowhere', {}, undefined],
	])('%s', (_what, files, expected) => {
		expect(find(files)).toEqual(expected);
	});

	test('is split as the platform does', () => {
		const config = String.raw`[profile a]
credential_process = C:\x\y.exe 'b c'
`;

		expect(find({config}, 'win32')?.words).toEqual([String.raw`C:\x\y.exe`, "'b", "c'"]);
		expect(find({config})?.words).toEqual(['C:xy.exe', 'b c']);
	});
});
