import {chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {runProgram} from '../../support/program.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const ARN = 'arn:aws:rolesanywhere:eu-central-1:111122223333';
const ID = '11111111-2222-4333-8444-555555555555';
const CONFIGURE = [
	'configure --json --cli-profile build --certificate c.pem --private-key k.pem',
	`--trust-anchor-arn ${ARN}:trust-anchor/${ID} --profile-arn ${ARN}:profile/${ID}`,
	'--role-arn arn:aws:iam::111122223333:role/build',
]
	.join(' ')
	.split(' ');
/** Root may do anything, so as root these run as nobody. */
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

type Entries = Readonly<Record<string, {readonly mode: number; readonly text?: string}>>;

/** A home whose folders have these modes and files these contents and modes; `state` can be written unless it is among them. */
function makeHome(entries: Entries): string {
	const home = temporaryFolder();
	const all: Entries = {'': {mode: 0o755}, state: {mode: 0o755}, ...entries};
	for (const [name, {text}] of Object.entries(all)) {
		if (text === undefined) {
			mkdirSync(path.join(home, name), {recursive: true});
		} else {
			writeFileSync(path.join(home, name), text);
		}
	}

	for (const [name, {mode}] of Object.entries(all).toReversed()) {
		if (isRoot) {
			chownSync(path.join(home, name), NOBODY, NOBODY);
		}

		chmodSync(path.join(home, name), mode);
	}

	onTestFinished(() => open(home, all));
	return home;
}

/** Gives everything modes under which it can be looked at and removed. */
function open(home: string, entries: Entries): void {
	for (const name of Object.keys(entries)) {
		chmodSync(path.join(home, name), 0o755);
	}
}

async function configure(home: string, env: Readonly<Record<string, string>> = {}) {
	const run = await runProgram(CONFIGURE, {
		env: {HOME: home, ANCHORSMITH_HOME: path.join(home, 'state'), ...env},
		cwd: '/',
		...(isRoot && {uid: NOBODY}),
	});
	return {...readEnvelope('configure', run.stdout), status: run.status, stderr: run.stderr};
}

describe('configure, without permission,', () => {
	test.each<[string, Entries, string, string]>([
		[
			'a home that cannot be written',
			{'': {mode: 0o555}},
			'FILE_UNWRITABLE',
			'Cannot create HOME/.aws: permission denied.',
		],
		[
			'a folder that cannot be written',
			{'.aws': {mode: 0o555}, '.aws/config': {mode: 0o644, text: '# mine\n'}},
			'FILE_UNWRITABLE',
			'permission denied.',
		],
		[
			'a folder that cannot be entered',
			{'.aws': {mode: 0o000}},
			'FILE_UNREADABLE',
			'Cannot read HOME/.aws/config: permission denied.',
		],
		[
			'a file that cannot be read',
			{'.aws': {mode: 0o755}, '.aws/config': {mode: 0o000, text: '# mine\n'}},
			'FILE_UNREADABLE',
			'Cannot read HOME/.aws/config: permission denied.',
		],
		[
			'a file that may only be read',
			{'.aws': {mode: 0o755}, '.aws/config': {mode: 0o444, text: '# mine\n'}},
			'FILE_UNWRITABLE',
			'Cannot write HOME/.aws/config: permission denied.',
		],
		[
			'a file where the folder should be',
			{'.aws': {mode: 0o644, text: ''}},
			'FILE_UNREADABLE',
			'Cannot read HOME/.aws/config: part of its path is a file, not a folder.',
		],
		[
			'a folder where the file should be',
			{'.aws': {mode: 0o755}, '.aws/config': {mode: 0o755}},
			'FILE_UNREADABLE',
			'Cannot read HOME/.aws/config: it is a folder.',
		],
		[
			'a state folder that cannot be written',
			{state: {mode: 0o555}},
			'FILE_UNWRITABLE',
			'Cannot create HOME/state/configure: permission denied.',
		],
	])('says one clear thing about %s, and changes nothing', async (_case, entries, code, message) => {
		const home = makeHome(entries);
		const {ok, error, status, stderr} = await configure(home);

		expect({ok, status, stderr}).toEqual({ok: false, status: 2, stderr: ''});
		expect(error).toMatchObject({code, message: expect.stringContaining(message.replaceAll('HOME', home))});
		open(home, entries);
		expect(contents(home)).toEqual(
			contents(
				makeHome(Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, {...entry, mode: 0o755}]))),
			),
		);
	});

	test('says that the home folder is missing', async () => {
		const home = makeHome({});
		const {error} = await configure(home, {HOME: path.join(home, 'none')});

		expect(error).toMatchObject({code: 'HOME_MISSING', message: `The home folder ${home}/none does not exist.`});
		expect(readdirSync(home)).toEqual(['state']);
	});

	test.runIf(isRoot)('keeps the owner of a file when root edits it', async () => {
		const home = makeHome({'.aws': {mode: 0o700}, '.aws/config': {mode: 0o600, text: '# mine\n'}});
		await runProgram(CONFIGURE, {env: {HOME: home}, cwd: '/'});

		expect(statSync(path.join(home, '.aws/config'))).toMatchObject({uid: NOBODY, gid: NOBODY});
		expect(readFileSync(path.join(home, '.aws/config'), 'utf8')).toContain('[profile build]');
	});
});

/** Names of everything under a home, with the contents of the config file where there is one. */
function contents(home: string): unknown {
	const names = readdirSync(home, {recursive: true, encoding: 'utf8'}).filter(name => !name.startsWith('state/'));
	return names.toSorted().map(name => [name, name === '.aws/config' ? text(path.join(home, name)) : '']);
}

function text(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}
