import {existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {faultPoints} from '../../support/fault-points.ts';
import {faultAt, runProgram, writesCounted} from '../../support/program.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const ARN = 'arn:aws:rolesanywhere:eu-central-1:111122223333';
const ID = '11111111-2222-4333-8444-555555555555';
const CONFIGURE = [
	'configure --cli-profile build --certificate c.pem --private-key k.pem',
	`--trust-anchor-arn ${ARN}:trust-anchor/${ID} --profile-arn ${ARN}:profile/${ID}`,
	'--role-arn arn:aws:iam::111122223333:role/build',
]
	.join(' ')
	.split(' ');
const UNDO = ['configure', '--undo', '--cli-profile', 'build'];
const OLD = '# mine\n[default]\nregion = us-east-1\n';

/** A home with a config file, or none. */
function makeHome(old: string | undefined): string {
	const home = temporaryFolder();
	if (old !== undefined) {
		mkdirSync(path.join(home, '.aws'));
		writeFileSync(path.join(home, '.aws/config'), old);
	}

	return home;
}

function run(home: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
	return runProgram(words, {env: {HOME: home, ...env}, cwd: home});
}

function config(home: string): string | undefined {
	const file = path.join(home, '.aws/config');
	return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Everything under a home but the config file, its backups and the record of changes. */
function litter(home: string): readonly string[] {
	return readdirSync(home, {recursive: true, encoding: 'utf8'}).filter(
		name =>
			lstatSync(path.join(home, name)).isFile() &&
			!/^\.aws\/config(?:\.bak-\w+(?:-\d+)?)?$|^\.anchorsmith\/configure\/build-\w+\.json$/.test(name),
	);
}

/** How often a program writes when nothing is in its way. */
async function writesOf(home: string, words: readonly string[]): Promise<number> {
	const countIn = path.join(temporaryFolder(), 'writes');
	expect(await run(home, words, faultAt(0, {countIn}))).toMatchObject({status: 0});
	return writesCounted(countIn);
}

describe('configure, killed at any of its writes', () => {
	test.each([
		['a file that is there', OLD],
		['no file yet', undefined],
	])(
		'leaves %s wholly old or wholly new; the next run succeeds, and undo gives the old back',
		async (_case, old) => {
			const whole = makeHome(old);
			const writes = await writesOf(whole, CONFIGURE);
			const fresh = config(whole)?.replaceAll(whole, 'HOME');
			expect(writes).toBeGreaterThan(10);

			for (const write of faultPoints('writes', writes, 8)) {
				const home = makeHome(old);
				expect(await run(home, CONFIGURE, faultAt(write)), `write ${write}`).toMatchObject({signal: 'SIGKILL'});
				expect([old, fresh], `after write ${write}`).toContain(config(home)?.replaceAll(home, 'HOME'));
				expect(await run(home, CONFIGURE), `after write ${write}`).toMatchObject({status: 0});
				expect(config(home)?.replaceAll(home, 'HOME')).toBe(fresh);
				expect(litter(home), `after write ${write}`).toEqual([]);
				expect(await run(home, UNDO), `after write ${write}`).toMatchObject({status: 0});
				expect(config(home), `after write ${write}`).toBe(old);
			}
		},
		600_000,
	);

	test('undo too leaves the file wholly old or wholly new, and finishes the next time', async () => {
		const whole = makeHome(OLD);
		await run(whole, CONFIGURE);
		const writes = await writesOf(whole, UNDO);
		expect(writes).toBeGreaterThan(5);

		for (const write of faultPoints('writes', writes, 8)) {
			const home = makeHome(OLD);
			await run(home, CONFIGURE);
			const configured = config(home);
			expect(await run(home, UNDO, faultAt(write)), `write ${write}`).toMatchObject({signal: 'SIGKILL'});
			expect([OLD, configured], `after write ${write}`).toContain(config(home));
			const again = await run(home, UNDO);
			expect(again.status === 0 || again.stderr.includes('There is no record'), `after write ${write}`).toBe(true);
			expect(config(home)).toBe(OLD);
		}
	}, 600_000);
});

describe('configure, when a write fails', () => {
	test.each(['ENOSPC', 'EROFS', 'EACCES'] as const)(
		'with %s at any of its writes says one clear thing and leaves nothing half done',
		async fault => {
			const home = makeHome(OLD);
			const writes = await writesOf(home, CONFIGURE);
			const fresh = config(home)?.replaceAll(home, 'HOME');
			expect(writes).toBeGreaterThan(10);

			for (const write of faultPoints('writes', writes, 8)) {
				const home_ = makeHome(OLD);
				const {status, stderr} = await run(home_, CONFIGURE, faultAt(write, {fault}));
				const now = config(home_)?.replaceAll(home_, 'HOME');
				expect([OLD, fresh], `at write ${write}`).toContain(now);
				expect([0, 2], `at write ${write}: ${stderr}`).toContain(status);
				expect(status === 0 ? fresh : now, `at write ${write}`).toBe(now);
				expect(stderr, `at write ${write}`).not.toMatch(/\n\s+at /);
			}
		},
		600_000,
	);
});
