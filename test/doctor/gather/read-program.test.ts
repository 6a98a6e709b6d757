import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, realpathSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseWords} from '../../../src/doctor/gather/parse-words.ts';
import {programFormat} from '../../../src/doctor/gather/program-format.ts';
import type {ReadAt} from '../../../src/doctor/gather/read-elf.ts';
import {type ProgramSurroundings, readProgram} from '../../../src/doctor/gather/read-program.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {elf} from '../../support/elf.ts';
import {mutate, SeededRandom} from '../../support/mutator.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** Looks at the program of some words, as this user. */
async function look(words: readonly string[], differsBy: Partial<ProgramSurroundings> = {}) {
	const [program = ''] = words;
	const surroundings = surroundingsForTest({env: {PATH: process.env['PATH']}, ...differsBy});
	return readProgram(program, parseWords(words), undefined, surroundings);
}

function put(name: string, content: string | Uint8Array, mode = 0o755): string {
	const file = path.join(realpathSync(temporaryFolder()), name);
	writeFileSync(file, content, {mode});
	return file;
}

describe('what a program is', () => {
	test.each<[string, string | Uint8Array, object]>([
		[
			'an executable for this kind of system',
			elf({machine: 'x64', loader: '/bin/sh', glibc: ['2.2.5', '2.34', '2.4']}),
			{format: 'elf', architecture: 'x64', glibc: '2.34', loader: {state: 'seen', value: '/bin/sh'}},
		],
		[
			'one whose loader is not there',
			elf({machine: 'arm64', loader: '/lib/ld-musl-none.so.1'}),
			{format: 'elf', architecture: 'arm64', loader: {state: 'unseen', code: 'ENOENT'}},
		],
		['a page that says no', '<?xml version="1.0"?>\n<Error/>', {format: 'xml'}],
		['a page for browsers', '\n<!DOCTYPE html><html></html>', {format: 'xml'}],
		['nothing', '', {format: 'empty'}],
		['a text', 'echo hello\n', {format: 'unknown'}],
		['a script', '#!/bin/sh\nexit 0\n', {format: 'script', loader: {state: 'seen', value: '/bin/sh'}}],
		[
			'a script whose interpreter is not there',
			'#!/usr/bin/env none-such\n',
			{format: 'script', loader: {state: 'unseen', code: 'ENOENT'}},
		],
		[
			'an executable for macOS',
			Buffer.from('cffaedfe0c000001'.padEnd(64, '0'), 'hex'),
			{format: 'mach-o', architecture: 'arm64'},
		],
		['an executable for Windows', windowsProgram(), {format: 'pe', architecture: 'x64'}],
	])('%s', async (_what, content, expected) => {
		expect(await look([put('helper', content)])).toMatchObject({
			state: 'seen',
			value: {...expected, maker: 'other', mayBeExecuted: true},
		});
	});

	test('Node itself, as readelf reads it', async () => {
		const {stdout, error} = spawnSync('readelf', ['-lV', process.execPath], {encoding: 'utf8'});
		const versions = [...(error ? '' : stdout).matchAll(/Name: GLIBC_([\d.]+)/g)].map(([, version = '']) => version);
		const newest = versions.toSorted((one, other) => one.localeCompare(other, 'en', {numeric: true})).at(-1);
		const seen = await look([process.execPath]);

		expect(seen).toMatchObject({state: 'seen', value: newest === undefined ? {} : {glibc: newest}});
	});

	test.each([0, 1, 16, 63, 64, 100, 200, 300])(
		'of an executable that is cut off after %d bytes, what can be read',
		async length => {
			const cut = elf({machine: 'x64', loader: '/bin/sh', glibc: ['2.34']}).subarray(0, length);

			expect(await look([put('helper', cut)])).toMatchObject({state: 'seen'});
		},
	);
});

test('no bytes make looking at a program fail', () => {
	const good = elf({machine: 'x64', loader: '/bin/sh', glibc: ['2.2.5', '2.34']});
	fc.assert(
		fc.property(fc.integer({min: 1, max: 2 ** 31 - 1}), seed => {
			const bytes = mutate(good, windowsProgram(), new SeededRandom(seed));
			const readAt = (offset: number, length: number) => new DataView(bytes.buffer, bytes.byteOffset + offset, length);

			expect(() => programFormat(bytes.subarray(0, 4096), within(bytes, readAt))).not.toThrow();
		}),
		{numRuns: 500},
	);
});

/** Reading behind the end is told by a RangeError, also where the bytes lie within a larger buffer. */
function within(bytes: Uint8Array, readAt: ReadAt): ReadAt {
	return (offset, length) => {
		if (!(offset >= 0 && offset + length <= bytes.length)) {
			throw new RangeError('behind the end');
		}

		return readAt(offset, length);
	};
}

describe('where a program is', () => {
	test('by PATH, what may not be executed being passed over', async () => {
		const [closed, open] = [put('helper', '#!/bin/sh\n', 0o644), put('helper', '#!/bin/sh\n')];
		const env = {PATH: [path.dirname(closed), path.dirname(open)].join(':')};

		expect(await look(['helper'], {env})).toMatchObject({value: {path: open, mayBeExecuted: true}});
		expect(await look(['helper'], {env: {PATH: path.dirname(closed)}})).toMatchObject({
			value: {path: closed, mayBeExecuted: false},
		});
		expect(await look(['helper'], {env: {PATH: '/none'}})).toEqual({state: 'absent'});
	});

	test('from the working directory, links followed, without a shell', async () => {
		const file = put('helper', '#!/bin/sh\n');
		const workingDirectory = path.dirname(file);
		symlinkSync('helper', path.join(workingDirectory, 'link'));
		mkdirSync(path.join(workingDirectory, 'folder'));

		expect(await look(['./link'], {workingDirectory})).toMatchObject({value: {path: file}});
		expect(await look(['~/helper'], {workingDirectory})).toEqual({state: 'absent'});
		expect(await look(['./folder'], {workingDirectory})).toMatchObject({state: 'unseen', code: 'EISDIR'});
	});
});

describe('which version a program is', () => {
	test('the official helper says so itself', async () => {
		const file = put('aws_signing_helper', '#!/bin/sh\n[ "$1" = version ] && echo 1.8.5\n');

		expect(await look([file, 'credential-process'])).toMatchObject({
			value: {maker: 'official-helper', version: '1.8.5'},
		});
	});

	test('no other program is run', async () => {
		const file = put('helper', `#!/bin/sh\ntouch "$0.ran"\necho 1.0.0\n`);

		expect(await look([file])).not.toHaveProperty('value.version');
		expect(spawnSync('ls', [path.dirname(file)], {encoding: 'utf8'}).stdout).toBe('helper\n');
	});

	test('our own says so beside its main file, which may be gone', async () => {
		const folder = realpathSync(temporaryFolder());
		const main = path.join(folder, 'dist/main.js');
		mkdirSync(path.dirname(main));
		writeFileSync(main, '');
		writeFileSync(path.join(folder, 'package.json'), '{"name": "anchorsmith", "version": "7.8.9"}');

		expect(await look([process.execPath, main, 'credentials'])).toMatchObject({
			value: {maker: 'own', version: '7.8.9', entry: {state: 'seen', value: main}, nodeVersion: process.version},
		});
		expect(await look([process.execPath, `${folder}/none.js`, 'credentials'])).toMatchObject({
			value: {maker: 'own', entry: {state: 'unseen', code: 'ENOENT'}},
		});
	});

	test('another Node is asked', async () => {
		const node = put('node', '#!/bin/sh\necho v16.20.2\n');
		chmodSync(node, 0o755);

		expect(await look([node, '/opt/main.js', 'credentials'])).toMatchObject({value: {nodeVersion: 'v16.20.2'}});
	});
});

function windowsProgram(): Uint8Array {
	const bytes = Buffer.alloc(256);
	bytes.write('MZ', 0, 'latin1');
	bytes.writeUInt32LE(128, 60);
	bytes.write('PE\0\0', 128, 'latin1');
	bytes.writeUInt16LE(0x8664, 132);
	return bytes;
}
