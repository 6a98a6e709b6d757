import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type PassphraseFlags, readPassphrase} from '../../src/files/read-passphrase.ts';
import {testWorld} from '../support/context.ts';

let home: string;

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), 'anchorsmith-'));
	await writeFile(path.join(home, 'unix'), 'correct horse \nbattery\n');
	await writeFile(path.join(home, 'windows'), '\ufeffcorrect horse \r\n');
	await writeFile(path.join(home, 'bare'), 'correct horse ');
	await writeFile(path.join(home, 'empty'), '');
});

afterAll(async () => {
	await rm(home, {recursive: true});
});

function read(flags: Partial<PassphraseFlags>, stdin = '') {
	const {context} = testWorld({home, env: {SECRET: 'correct horse ', EMPTY: ''}, stdin});
	return readPassphrase({passphraseFile: undefined, passphraseEnv: undefined, ...flags}, context);
}

describe('a passphrase', () => {
	test.each(['unix', 'windows', 'bare'])('is the first line of a file, blanks included: %s', async file => {
		await expect(read({passphraseFile: file})).resolves.toBe('correct horse ');
		await expect(read({passphraseFile: path.join(home, file)})).resolves.toBe('correct horse ');
	});

	test('is the first line of standard input for -', async () => {
		await expect(read({passphraseFile: '-'}, 'correct horse \nbattery')).resolves.toBe('correct horse ');
	});

	test('is the value of a variable', async () => {
		await expect(read({passphraseEnv: 'SECRET'})).resolves.toBe('correct horse ');
	});

	test('may be empty, which others judge', async () => {
		await expect(read({passphraseFile: 'empty'})).resolves.toBe('');
		await expect(read({passphraseEnv: 'EMPTY'})).resolves.toBe('');
	});

	test('is undefined when nobody says where it is', async () => {
		await expect(read({})).resolves.toBeUndefined();
	});

	test('cannot come from two places, a variable that is not set, or a file that is not there', async () => {
		await expect(read({passphraseFile: 'unix', passphraseEnv: 'SECRET'})).rejects.toMatchObject({code: 'USAGE'});
		await expect(read({passphraseEnv: 'NOT_SET'})).rejects.toMatchObject({code: 'USAGE'});
		await expect(read({passphraseFile: 'nowhere'})).rejects.toMatchObject({code: 'FILE_MISSING'});
	});
});
