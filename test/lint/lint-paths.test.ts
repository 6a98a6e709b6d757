import {spawnSync} from 'node:child_process';
import {chmodSync, createWriteStream, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:net';
import path from 'node:path';
import {Readable} from 'node:stream';
import {expect, test} from 'vitest';
import {lintPaths} from '../../src/lint/lint-paths.ts';
import {pki, testTime} from '../support/certificates.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const at = {at: testTime};
const world = (workingDirectory: string, stdin = '') => ({
	workingDirectory,
	stdin: Readable.from([Buffer.from(stdin)]),
});

test('folders are judged with all below them, once, whatever links lead in circles', async () => {
	const {root, endEntity} = await pki();
	const folder = temporaryFolder();
	mkdirSync(path.join(folder, 'pki/deep'), {recursive: true});
	writeFileSync(path.join(folder, 'pki/root.pem'), root.pem);
	writeFileSync(path.join(folder, 'pki/deep/host.pem'), endEntity.pem);
	writeFileSync(path.join(folder, 'pki/notes.txt'), 'buy milk');
	writeFileSync(path.join(folder, 'pki/broken.crt'), 'nothing');
	symlinkSync('..', path.join(folder, 'pki/deep/up'));
	symlinkSync('nowhere', path.join(folder, 'pki/lost'));
	symlinkSync('circle', path.join(folder, 'pki/circle'));
	const {result, passedOver, others} = await lintPaths(['pki'], at, world(folder));
	expect(result.files.map(({path: name}) => name)).toEqual(['pki/broken.crt', 'pki/deep/host.pem', 'pki/root.pem']);
	expect(passedOver).toEqual([
		{path: 'pki/circle', reason: 'the links lead in a circle'},
		{path: 'pki/lost', reason: 'the link leads nowhere'},
	]);
	expect(others).toBe(1);
});

test('an operand that is not there is refused by name, one in a folder that may not be read is passed over', async () => {
	const folder = temporaryFolder();
	await expect(lintPaths(['none.pem'], at, world(folder))).rejects.toMatchObject({code: 'FILE_MISSING'});
	mkdirSync(path.join(folder, 'closed'));
	chmodSync(path.join(folder, 'closed'), 0);
	const {passedOver} = await lintPaths(['.'], at, world(folder));
	const isRoot = process.getuid?.() === 0;
	expect(passedOver).toEqual(isRoot ? [] : [{path: 'closed', reason: 'permission denied'}]);
	chmodSync(path.join(folder, 'closed'), 0o700);
});

test('standard input is one of the files', async () => {
	const {root} = await pki();
	const {result} = await lintPaths(['-'], at, world(temporaryFolder(), root.pem));
	expect(result.files).toMatchObject([{path: '-', items: [{kind: 'certificate'}]}]);
});

test('a device and a socket are refused', async () => {
	const folder = temporaryFolder();
	const socket = path.join(folder, 'socket');
	const server = createServer().listen(socket);
	await new Promise(resolve => server.once('listening', resolve));
	for (const operand of ['/dev/zero', socket]) {
		await expect(lintPaths([operand], at, world(folder))).rejects.toMatchObject({code: 'FILE_UNREADABLE'});
	}

	expect((await lintPaths(['.'], at, world(folder))).passedOver).toEqual([{path: 'socket', reason: 'it is no file'}]);
	server.close();
});

test('a named pipe is read to its end, and not waited for when nobody writes', async () => {
	const {root} = await pki();
	const folder = temporaryFolder();
	const pipe = path.join(folder, 'pipe');
	expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
	await expect(lintPaths(['pipe'], at, world(folder))).rejects.toMatchObject({
		code: 'FILE_UNREADABLE',
		message: expect.stringContaining('nobody writes'),
	});

	const reading = lintPaths(['pipe'], at, world(folder));
	createWriteStream(pipe).end(root.pem);
	expect((await reading).result.files).toMatchObject([{path: 'pipe', items: [{kind: 'certificate'}]}]);
});

test('more than is held is judged as it comes', async () => {
	const {endEntity} = await pki();
	const folder = temporaryFolder();
	const count = Math.ceil((9 * 1024 * 1024) / endEntity.pem.length);
	writeFileSync(path.join(folder, 'many.pem'), endEntity.pem.repeat(count));
	const {result} = await lintPaths(['many.pem'], {...at, rules: ['ee-valid-now']}, world(folder));
	expect(result).toMatchObject({isJudgedTogether: false, files: [{items: [], listing: {things: count}}]});
});

test('an interruption ends it', async () => {
	const folder = temporaryFolder();
	writeFileSync(path.join(folder, 'x.pem'), 'x');
	const signal = AbortSignal.abort();
	await expect(lintPaths(['x.pem'], at, {...world(folder), signal})).rejects.toMatchObject({code: 'INTERRUPTED'});
});
