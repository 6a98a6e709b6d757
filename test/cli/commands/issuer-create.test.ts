import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {isPresent} from '../../support/judges.ts';
import {keysWorld} from '../../support/keys-world.ts';
import {runProgram} from '../../support/program.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const CREATE = ['issuer', 'create', '--name', 'build', '--subject', 'CN=Build CA,O=Example'];

/** Root may do anything, so as root what may not be done is tried as nobody. */
const NOBODY = 65_534;

describe('issuer create', () => {
	test('says what it made, where, and what comes next', async () => {
		const {home, run} = keysWorld();
		const {code, stdout, stderr} = await run([...CREATE, '--with-issuing', '--passphrase-env', 'PASS'], {
			env: {PASS: 'secret'},
		});

		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toBe(
			[
				`Made the issuer build in ${home}/.anchorsmith/issuers/build`,
				'  issuer.pem      CN=Build CA issuing,O=Example, until 2031-05-31',
				'  issuer-key.pem  its key, encrypted',
				'  root.pem        CN=Build CA,O=Example, until 2036-05-29',
				'  root-key.pem    the key of the root, encrypted; keep it offline, nothing here needs it again',
				'AWS is to trust root.pem or, narrower, issuer.pem.',
				'Next: anchorsmith issue --issuer build --name host-1 --subject CN=host-1',
				'',
			].join('\n'),
		);
	});

	test('has an envelope of its own', async () => {
		const {run} = keysWorld();
		const {stdout} = await run([...CREATE, '--no-passphrase', '--json']);

		expect(readEnvelope('issuer create', stdout)).toMatchObject({
			ok: true,
			result: {name: 'build', isEncrypted: false, certificate: {subject: 'CN=Build CA,O=Example'}, root: null},
		});
	});

	test.each([
		['a file', ['--passphrase-file', 'pass.txt'], {}],
		['a file with Windows line ends', ['--passphrase-file', 'crlf.txt'], {}],
		['standard input', ['--passphrase-file', '-'], {stdin: 'correct horse\n'}],
		['a variable', ['--passphrase-env', 'PASS'], {env: {PASS: 'correct horse'}}],
	])(
		'takes the passphrase from %s, without its line end; openssl opens the key with it',
		async (_from, flags, given) => {
			const {home, run} = keysWorld();
			writeFileSync(path.join(home, 'pass.txt'), 'correct horse\n');
			writeFileSync(path.join(home, 'crlf.txt'), 'correct horse\r\n');
			const {code} = await run([...CREATE, ...flags], given);

			expect(code).toBe(0);
			const key = path.join(home, '.anchorsmith/issuers/build/issuer-key.pem');
			expect(statSync(key).mode & 0o777).toBe(0o600);
			if (isPresent('openssl')) {
				const words = ['pkey', '-noout', '-in', key, '-passin', 'pass:correct horse'];
				expect(spawnSync('openssl', words, {encoding: 'utf8'})).toMatchObject({status: 0, stderr: ''});
			}
		},
	);

	test('without a passphrase or a terminal is refused, naming every way', async () => {
		const {home, run} = keysWorld();
		const {code, stderr} = await run(CREATE);

		expect(code).toBe(2);
		expect(stderr).toBe(
			[
				'Error: A passphrase is needed, and there is no terminal to ask for it.',
				'  Next: Name a file whose first line it is: --passphrase-file FILE',
				'    or: Pass it on standard input: --passphrase-file -',
				'    or: Name an environment variable that holds it: --passphrase-env VARIABLE',
				'    or: Leave the keys unencrypted, for anybody who reads the file: --no-passphrase',
				'',
			].join('\n'),
		);
		expect(readdirSync(home)).toEqual([]);
	});

	test('leaves an issuer that is there as it is', async () => {
		const {home, run} = keysWorld();
		await run([...CREATE, '--no-passphrase']);
		const file = path.join(home, '.anchorsmith/issuers/build/issuer.pem');
		const before = readFileSync(file);
		const {code, stderr} = await run([...CREATE, '--no-passphrase']);

		expect(code).toBe(2);
		expect(stderr).toContain('The issuer "build" exists already');
		expect(readFileSync(file)).toEqual(before);
	});

	test.each([
		['an empty passphrase', ['--passphrase-file', '-'], 'The passphrase is empty.'],
		['two passphrases', ['--passphrase-file', '-', '--passphrase-env', 'X'], 'are both given'],
		['a passphrase and none', ['--passphrase-file', '-', '--no-passphrase'], '--no-passphrase asks for none'],
		['a variable that is not set', ['--passphrase-env', 'UNSET'], 'UNSET is not set'],
		['a passphrase file that is missing', ['--passphrase-file', 'missing.txt'], 'missing.txt'],
		['an unknown curve', ['--no-passphrase', '--algorithm', 'secp256k1'], '--algorithm is one of p256,'],
		['RSA of 1024 bits', ['--no-passphrase', '--algorithm', 'rsa1024'], '--algorithm is one of p256,'],
		['no days', ['--no-passphrase', '--days', '0'], '--days takes a whole number from 1'],
		['negative days', ['--no-passphrase', '--days=-3'], '--days takes a whole number from 1'],
		['an empty subject', ['--no-passphrase', '--subject', ' '], 'it is empty'],
		['a CN of 65 characters', ['--no-passphrase', '--subject', `CN=${'x'.repeat(65)}`], 'CN has 65 characters'],
		['control characters', ['--no-passphrase', '--subject', 'CN=a\u001b[2Jb'], 'a\\u{1b}[2Jb'],
		['a name that leads elsewhere', ['--no-passphrase', '--name', '../x'], 'cannot be the name of a folder'],
		['an issuing subject and no issuing CA', ['--no-passphrase', '--issuing-subject', 'CN=b'], 'none is to be made'],
		['an issuing CA of no other name', ['--no-passphrase', '--subject', 'O=a', '--with-issuing'], 'the same subject'],
		[
			'an issuing CA that outlives the root',
			['--no-passphrase', '--days', '10', '--with-issuing', '--issuing-days', '11'],
			'after its issuer, which ends on 2026-06-11T00:00:00Z',
		],
	])('with %s is refused in one clear error and leaves nothing', async (_fault, flags, message) => {
		const {home, run} = keysWorld();
		const {code, stdout, stderr} = await run([...CREATE, ...flags]);

		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toContain(message);
		expect(stderr.match(/^Error: /gm)).toHaveLength(1);
		expect(stderr).not.toContain('\u001b');
		expect(readdirSync(home)).toEqual([]);
	});

	test('in a state folder elsewhere makes it there alone', async () => {
		const {home, run} = keysWorld();
		const elsewhere = path.join(home, 'elsewhere');
		await run([...CREATE, '--no-passphrase', '--home', elsewhere]);

		expect(existsSync(path.join(elsewhere, 'issuers/build/issuer.pem'))).toBe(true);
		expect(readdirSync(home)).toEqual(['elsewhere']);
	});

	test.each([
		['that cannot be written', 0o555, 'permission denied'],
		['that is missing', undefined, 'does not exist'],
	])('in a home folder %s is refused and leaves nothing', async (_fault, mode, message) => {
		const folder = temporaryFolder();
		const home = path.join(folder, 'home');
		chmodSync(folder, 0o755);
		if (mode !== undefined) {
			mkdirSync(home);
			chmodSync(home, mode);
		}

		const isRoot = process.getuid?.() === 0;
		const {status, stderr} = await runProgram([...CREATE, '--no-passphrase'], {
			env: {HOME: home},
			cwd: folder,
			...(isRoot && {uid: NOBODY}),
		});

		expect(status).toBe(2);
		expect(stderr).toContain(message);
		expect(existsSync(home) ? readdirSync(home) : []).toEqual([]);
	});
});
