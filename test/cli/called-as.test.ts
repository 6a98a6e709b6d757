import {realpathSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {asCalled, findCall} from '../../src/cli/called-as.ts';
import {runProgram} from '../../src/cli/program.ts';
import {issueForTest, testTime} from '../support/certificates.ts';
import {testWorld} from '../support/context.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('this program is called', () => {
	const start = {
		env: {},
		workingDirectory: '/srv',
		program: [process.execPath, '/srv/main.js'],
		platform: 'linux',
	} as const;

	test('by its name where PATH leads to it', () => {
		const folder = realpathSync(temporaryFolder());
		const entry = path.join(folder, 'main.js');
		writeFileSync(entry, '');
		symlinkSync(entry, path.join(folder, 'anchorsmith'));
		const env = {PATH: `/nowhere${path.delimiter}${folder}`};
		expect(findCall({...start, env, program: [process.execPath, entry]})).toBe('anchorsmith');
	});

	test('through npx where npx started it', () => {
		expect(findCall({...start, env: {npm_command: 'exec'}})).toBe('npx anchorsmith');
	});

	test('with Node and its file elsewhere, from the working directory where it lies below', () => {
		expect(findCall(start)).toBe('node main.js');
		expect(findCall({...start, workingDirectory: '/srv/deeper'})).toBe('node /srv/main.js');
	});

	test('in quotes where its path needs them', () => {
		expect(findCall({...start, program: [process.execPath, '/a folder/main.js']})).toBe("node '/a folder/main.js'");
	});
});

test('command lines are changed to how the program is called, and nothing else is', () => {
	const text = 'The set-up anchorsmith is done.\n  A=b anchorsmith destroy --name anchorsmith\n/x/anchorsmith setup';
	expect(asCalled(text, 'node dist/main.js')).toBe(
		'The set-up anchorsmith is done.\n  A=b node dist/main.js destroy --name anchorsmith\n/x/anchorsmith setup',
	);
});

test('words of somebody else in a command line stay as they are', () => {
	const text = String.raw`It's read: anchorsmith lint 'anchorsmith lint'\''s anchorsmith setup.pem' && anchorsmith setup`;
	expect(asCalled(text, 'npx anchorsmith')).toBe(
		String.raw`It's read: npx anchorsmith lint 'anchorsmith lint'\''s anchorsmith setup.pem' && npx anchorsmith setup`,
	);
});

test.each([
	['text', []],
	['json', ['--json']],
] as const)('what to do next can be pasted, as %s', async (_as, flags) => {
	const world = testWorld({home: temporaryFolder(), calledAs: 'npx anchorsmith'});
	await runProgram(['setup', '--bogus', ...flags], world.makeContext);
	expect(world.stdout() + world.stderr()).toContain('npx anchorsmith setup --help');
});

describe('results keep what was found, and tell what to type next as this program is called', () => {
	const subject = 'CN=anchorsmith lint,O=anchorsmith setup';

	test.each([
		['inspect', ['inspect', 'bad.pem'], []],
		['verify', ['verify', 'bad.pem', '--anchor', 'bad.pem', '--at', '2026-06-01'], []],
		['lint', ['lint', 'bad.pem'], ['npx anchorsmith explain RULE']],
		['request', ['request', '--name', 'host', '--subject', subject], ['npx anchorsmith sign ']],
		[
			'issuer create',
			['issuer', 'create', '--name', 'ca', '--subject', subject, '--no-passphrase'],
			['npx anchorsmith issue '],
		],
	] as const)('%s', async (_verb, words, advice) => {
		const home = temporaryFolder();
		const bad = await issueForTest({subject, keyUsage: ['keyEncipherment']});
		writeFileSync(path.join(home, 'bad.pem'), bad.pem);
		const world = testWorld({home, now: () => testTime, calledAs: 'npx anchorsmith'});
		await runProgram(words, world.makeContext);
		const said = world.stdout().replace(/\s+/g, ' ');

		expect(said).toContain(subject);
		expect(said).not.toContain('CN=npx');
		expect(said).not.toContain('O=npx');
		for (const command of advice) {
			expect(said).toContain(command);
		}
	});
});

test('the message itself keeps the name of the program', async () => {
	const world = testWorld({home: temporaryFolder(), calledAs: 'npx anchorsmith'});
	await runProgram(['sign', '--issuer', 'build'], world.makeContext);
	expect(world.stderr()).toBe('Error: anchorsmith sign needs CSR.\n  Next: npx anchorsmith sign --help\n');
});
