import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {isPresent} from '../../support/judges.ts';
import {keysWorld} from '../../support/keys-world.ts';

const REQUEST = ['request', '--name', 'host-1', '--out', 'out'];

describe('request', () => {
	test('makes a private key and a request that openssl verifies', async () => {
		const {home, run} = keysWorld();
		const {code, stdout} = await run([...REQUEST, '--algorithm', 'p384', '--dns', 'host-1.example.com']);

		expect(code).toBe(0);
		expect(stdout).toBe(
			[
				`Made a key and a request for CN=host-1 in ${home}/out`,
				`Next, where the issuer is: anchorsmith sign ${home}/out/request.csr --issuer NAME`,
				'',
			].join('\n'),
		);
		expect(readdirSync(path.join(home, 'out'))).toEqual(['private-key.pem', 'request.csr']);
		expect(statSync(path.join(home, 'out/private-key.pem')).mode & 0o777).toBe(0o600);
		if (isPresent('openssl')) {
			const words = ['req', '-verify', '-noout', '-text', '-in', path.join(home, 'out/request.csr')];
			const {stdout: shown, stderr} = spawnSync('openssl', words, {encoding: 'utf8'});
			expect(stderr).toContain('verify OK');
			expect(shown).toContain('DNS:host-1.example.com');
			expect(shown).toContain('NIST CURVE: P-384');
		}
	});

	test('has an envelope of its own, and a place in the state folder', async () => {
		const {home, run} = keysWorld();
		const {stdout} = await run(['request', '--name', 'host-1', '--json']);

		expect(readEnvelope('request', stdout)).toMatchObject({
			result: {folder: path.join(home, '.anchorsmith/certificates/host-1'), subject: 'CN=host-1'},
		});
	});

	test('never replaces a key', async () => {
		const {home, run} = keysWorld();
		await run(REQUEST);
		const before = readFileSync(path.join(home, 'out/private-key.pem'));
		const {code, stderr} = await run(REQUEST);

		expect(code).toBe(2);
		expect(stderr).toContain('private-key.pem: it is there already');
		expect(readFileSync(path.join(home, 'out/private-key.pem'))).toEqual(before);
	});

	test.each([
		['an empty subject', ['--subject', ''], 'it is empty'],
		['a mail address that is none', ['--email', 'nobody'], '"nobody" is not a mail address'],
		['an unsafe name', ['--name', 'a/b'], 'cannot be the name of a folder'],
	])('with %s is refused and leaves nothing', async (_fault, flags, message) => {
		const {home, run} = keysWorld();
		const {code, stderr} = await run([...REQUEST, ...flags]);

		expect(code).toBe(2);
		expect(stderr).toContain(message);
		expect(readdirSync(home)).toEqual([]);
	});

	test('into a place where a file stands is refused', async () => {
		const {home, run} = keysWorld();
		writeFileSync(path.join(home, 'out'), 'mine');
		const {code} = await run(REQUEST);

		expect(code).toBe(2);
		expect(readFileSync(path.join(home, 'out'), 'utf8')).toBe('mine');
		expect(existsSync(path.join(home, '.anchorsmith'))).toBe(false);
	});
});
