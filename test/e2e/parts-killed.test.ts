// Promise: a part of a set-up that is killed at any write is whole when it is run again, and can be undone whole.
import {existsSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {Journal} from '../../src/setup/journal.ts';
import {faultPoints} from '../support/fault-points.ts';
import {faultAt, runProgram, writesCounted} from '../support/program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const DESTROY = ['destroy', '--rehearse', '--yes', '--delete-keys'];

/** Makes the request that the authority signs. */
async function requestIn(home: string): Promise<void> {
	expect(
		await runProgram(['request', '--name', 'host-1', '--out', 'host-1'], {env: {HOME: home}, cwd: home}),
	).toMatchObject({status: 0});
}

test.each([
	[
		'of the operator who asks for a certificate',
		['--part', 'machine', '--certificate-source', 'later', '--subject', 'CN=host-1'],
		['certificate request'],
		'certificates/anchorsmith/private-key.pem',
	],
	[
		'of the owner who signs a request',
		['--part', 'pki', '--no-passphrase', '--with-issuing', '--request', 'host-1/request.csr'],
		['issuer', 'certificate'],
		'certificates/anchorsmith/certificate.pem',
	],
])('the part %s', {timeout: 300_000}, async (_case, answers, kinds, file) => {
	const words = ['setup', '--rehearse', '--yes', ...answers];
	const counting = temporaryFolder();
	await requestIn(counting);
	const counted = path.join(counting, 'writes');
	await runProgram(words, {env: {HOME: counting, ...faultAt(0, {countIn: counted})}, cwd: counting});
	for (const write of faultPoints('writes', writesCounted(counted), 30)) {
		const home = path.join(temporaryFolder(), String(write));
		mkdirSync(home);
		await requestIn(home);
		const told = `killed at write ${write}`;
		await runProgram(words, {env: {HOME: home, ...faultAt(write)}, cwd: home});

		const again = await runProgram(words, {env: {HOME: home}, cwd: home});
		expect(again.status, `${told}: ${again.stderr}`).toBe(0);
		const base = path.join(home, '.anchorsmith/rehearsal');
		const journal = await Journal.read(path.join(base, 'setups/anchorsmith/journal.jsonl'), () => new Date());
		expect({
			told,
			pending: journal.pending,
			standing: journal.standing.map(({kind, isMade}) => [kind, isMade]),
		}).toEqual({
			told,
			pending: [],
			standing: kinds.map(kind => [kind, true]),
		});
		expect(existsSync(path.join(base, file)), told).toBe(true);

		expect((await runProgram(DESTROY, {env: {HOME: home}, cwd: home})).status, told).toBe(0);
		expect([file, 'issuers/anchorsmith'].filter(name => existsSync(path.join(base, name)))).toEqual([]);
	}
});
