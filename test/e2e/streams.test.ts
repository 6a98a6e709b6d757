import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {expect, test} from 'vitest';
import {program} from '../support/program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const SETUP = 'setup --rehearse --subject CN=build-17 --permissions none --no-passphrase --yes';

test('a set-up goes on when nobody listens to its talk any more', async () => {
	const home = temporaryFolder();
	const {stdout} = await shell(`{ anchorsmith ${SETUP}; echo "ended with $?"; } 2>&1 >out | head -n 1; cat out`, home);
	expect(stdout).toContain('The set-up anchorsmith is done: 6 changes made.');
});

test('a reader that has read enough is no failure', async () => {
	const {stderr} = await shell('{ anchorsmith --help; echo $? >&2; } | true', temporaryFolder());
	expect(stderr).toBe('0\n');
});

test('results that cannot be written are told of', async () => {
	if (!existsSync('/dev/full')) {
		return;
	}

	const {status, stderr} = await shell('anchorsmith --help >/dev/full', temporaryFolder());
	expect(status).toBe(2);
	expect(stderr).toMatch(/^Error: Cannot write the result: .*ENOSPC/);
});

/** Runs a line of shell in which `anchorsmith` is the built program. */
async function shell(line: string, home: string) {
	const [node, entry] = await program();
	return spawnSync('sh', ['-c', `anchorsmith() { "${node}" "${entry}" "$@"; }; ${line}`], {
		cwd: home,
		encoding: 'utf8',
		env: {PATH: process.env['PATH'], HOME: home},
	});
}
