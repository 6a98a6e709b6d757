import {chmodSync, mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {quoteCommand} from '../../../src/config-file/quoting.ts';
import type {EvidencePart} from '../../../src/doctor/evidence/evidence.ts';
import {gatherEvidence} from '../../../src/doctor/gather/gather.ts';
import type {GatherOptions, Surroundings} from '../../../src/doctor/gather/surroundings.ts';
import {pki, testTime} from '../../support/certificates.ts';
import {homeForTest, writeConfig} from '../../support/doctor-home.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {common} from '../../support/vectors.ts';

/** What every secret of these tests holds. */
const SECRET = 'S3cr3tMark';
const isRoot = process.getuid?.() === 0;

function around(
	home: string,
	{
		options = {},
		...differsBy
	}: Partial<Omit<Surroundings, 'options'>> & {readonly options?: Partial<GatherOptions>} = {},
): Surroundings {
	return surroundingsForTest({
		workingDirectory: home,
		userHome: () => home,
		stateDirectory: () => path.join(home, '.anchorsmith'),
		now: () => testTime,
		env: {PATH: process.env['PATH']},
		...differsBy,
		options: {isOffline: true, ...options},
	});
}

describe('evidence of a machine where nothing is wrong', () => {
	test('says whose credentials are asked about, and by which command', async () => {
		const home = await homeForTest();
		const evidence = await gatherEvidence(around(home));

		expect(evidence).toMatchObject({
			format: 'anchorsmith/evidence/1',
			at: testTime.toISOString(),
			cliProfile: {name: 'build', chosenBy: 'only-one'},
			host: {platform: process.platform, home: {state: 'seen', value: home}},
			config: {config: {state: 'seen'}, credentials: {state: 'absent'}},
			command: {
				state: 'seen',
				value: {
					origin: 'config',
					order: {...common.arns, certificate: path.join(home, 'certificate.pem')},
					unknownFlags: [],
					program: {state: 'seen', value: {maker: 'own', mayBeExecuted: true, nodeVersion: process.version}},
				},
			},
			files: {
				certificate: {
					state: 'seen',
					value: {mode: 0o600, access: {isReadable: true}, content: {items: [{kind: 'certificate'}]}},
				},
				privateKey: {
					state: 'seen',
					value: {content: {items: [{kind: 'private-key', key: {state: 'read', type: 'ec'}}]}},
				},
				passphraseFile: {state: 'absent'},
				nearby: [],
				issuers: [],
			},
			lastError: {state: 'absent'},
		});
	});

	test('is plain JSON', async () => {
		const evidence = await gatherEvidence(around(await homeForTest()));

		expect(JSON.parse(JSON.stringify(evidence))).toEqual(evidence);
	});

	test('tells of every part once, begun before it is done', async () => {
		const told: string[] = [];
		await gatherEvidence(around(await homeForTest()), {
			begun: part => told.push(`begun ${part}`),
			done: (part, soFar) => told.push(`done ${part} ${soFar[part] !== undefined}`),
		});
		const parts: readonly EvidencePart[] = [
			...(['host', 'config', 'command', 'files', 'network', 'account', 'live', 'lastError'] as const),
		];

		expect(told.toSorted()).toEqual(parts.flatMap(part => [`begun ${part}`, `done ${part} true`]).toSorted());
		for (const part of parts) {
			expect(told.indexOf(`begun ${part}`)).toBeLessThan(told.indexOf(`done ${part} true`));
		}
	});

	test('opens the key with what its own words say', async () => {
		const home = await homeForTest({passphrase: SECRET, more: ['--passphrase-file', '/dev/null']});
		writeFileSync(path.join(home, 'passphrase'), `${SECRET}\n`, {mode: 0o600});
		const key = async (more: readonly string[], options: Partial<GatherOptions> = {}) => {
			const words = [...['anchorsmith', 'credentials', '--private-key', path.join(home, 'key.pem')], ...more];
			writeConfig(
				home,
				`[profile build]\ncredential_process = ${quoteCommand([...words, '--trust-anchor-arn', 'x'], 'posix')}\n`,
			);
			const {files} = await gatherEvidence(around(home, {options, env: {PASS: SECRET}}));
			return files.privateKey.state === 'seen' && files.privateKey.value.content?.items[0]?.key?.state;
		};

		expect(await key(['--passphrase-file', path.join(home, 'passphrase')])).toBe('read');
		expect(await key(['--passphrase-env', 'PASS'])).toBe('read');
		expect(await key([], {passphrase: SECRET})).toBe('read');
		expect(await key([])).toBe('closed');
	});
});

describe('evidence shows nothing secret', () => {
	test('wherever a secret lies', async () => {
		const home = await homeForTest({passphrase: `${SECRET} pass`, more: ['--passphrase-file', 'passphrase']});
		const {endEntity} = await pki();
		const scalar = String(endEntity.privateKey.export({format: 'jwk'}).d);
		writeFileSync(path.join(home, 'passphrase'), `${SECRET} pass`);
		writeFileSync(path.join(home, 'other.key'), endEntity.privateKey.export({type: 'sec1', format: 'pem'}));
		writeFileSync(path.join(home, 'mixed.pem'), `${endEntity.pem}${SECRET}\n`);
		const static_ = `aws_access_key_id = ${SECRET}\naws_secret_access_key = ${SECRET}/+\naws_session_token = ${SECRET}\n`;
		writeFileSync(path.join(home, '.aws/credentials'), `[old]\n${static_}# ${SECRET}\n${SECRET}\n[build]\n${static_}`);
		const process_ = `sh -c 'TOKEN=${SECRET} exec /x' --pkcs8-password ${SECRET} --tpm-key-password=${SECRET} "pkcs11:a?pin-value=${SECRET}"`;
		const config = [
			`[profile other]`,
			`credential_process = ${process_}`,
			`token = ${SECRET}`,
			`endpoint_url = https://u:${SECRET}@example.com`,
			`[profile official]`,
			`credential_process = /opt/aws_signing_helper credential-process --certificate c.pem --pkcs8-password ${SECRET}`,
		].join('\n');
		const before = await gatherEvidence(around(home));
		const lines = before.config.config.state === 'seen' ? before.config.config.value.text : '';
		writeConfig(home, `${lines}${config}\n`);
		const env = {
			PATH: process.env['PATH'],
			AWS_ACCESS_KEY_ID: `${SECRET}ID`,
			AWS_SECRET_ACCESS_KEY: SECRET,
			AWS_SESSION_TOKEN: SECRET,
			HTTPS_PROXY: `http://user:${SECRET}@proxy.example.com:8080`,
			http_proxy: `user:${SECRET}@proxy.example.com:8080`,
			AWS_CONTAINER_AUTHORIZATION_TOKEN: SECRET,
			GITHUB_TOKEN: SECRET,
		};
		const told = `Error: http://user:${SECRET}@proxy.example.com failed, ${SECRET}`;
		for (const cliProfile of ['build', 'other', 'official', 'old']) {
			const options = {cliProfile, told, passphrase: `${SECRET} pass`};
			const evidence = JSON.stringify(await gatherEvidence(around(home, {env, options})));

			expect(evidence).not.toContain(SECRET);
			for (const form of ['base64', 'base64url', 'hex'] as const) {
				expect(evidence).not.toContain(Buffer.from(scalar, 'base64url').toString(form));
			}
		}
	});

	test('names the variables that hold some', async () => {
		const env = {
			AWS_SECRET_ACCESS_KEY: SECRET,
			AWS_PROFILE: 'build',
			HTTPS_PROXY: `http://a:${SECRET}@p:1`,
			OTHER: 'x',
		};
		const {host} = await gatherEvidence(around(await homeForTest(), {env}));

		expect(host).toMatchObject({
			variables: {AWS_PROFILE: 'build', HTTPS_PROXY: 'http://REDACTED@p:1'},
			secretVariables: ['AWS_SECRET_ACCESS_KEY'],
		});
		expect(host.variables).not.toHaveProperty('OTHER');
	});
});

describe('evidence of what is not as it should be', () => {
	const look = async (home: string, differsBy: Parameters<typeof around>[1] = {}) =>
		gatherEvidence(around(home, {...differsBy, options: {cliProfile: 'build', ...differsBy.options}}));

	test.each<[string, (home: string) => void, unknown]>([
		[
			'UTF-16',
			home => writeConfig(home, Buffer.from('\uFEFF[default]\n', 'utf16le')),
			{state: 'unseen', why: 'failed', code: 'CONFIG_FILE_BROKEN'},
		],
		[
			'a folder',
			home => writeFolderAt(path.join(home, '.aws/config')),
			{state: 'unseen', why: 'failed', code: 'FILE_UNREADABLE'},
		],
		[
			'links in a circle',
			home => symlinkSync('config', path.join(home, '.aws/config')),
			{state: 'unseen', why: 'failed', code: 'ELOOP'},
		],
		['nothing', () => undefined, {state: 'absent'}],
	])('a config file that is %s', async (_what, make, expected) => {
		const home = temporaryFolder();
		mkdirSync(path.join(home, '.aws'));
		make(home);
		const {config} = await look(home);

		expect(config.config).toMatchObject({...Object(expected)});
	});

	test('no home folder', async () => {
		const {host, config, command} = await gatherEvidence(surroundingsForTest({options: {isOffline: true}}));

		expect(host.home).toMatchObject({state: 'unseen', code: 'HOME_MISSING'});
		expect(config.config).toMatchObject({state: 'unseen', why: 'nothing-to-look-at', code: 'HOME_MISSING'});
		expect(command).toMatchObject({state: 'unseen', code: 'HOME_MISSING'});
	});

	test('files that are not there, are folders, or lie in a token', async () => {
		const home = await homeForTest();
		const paths = `--certificate none.pem --private-key pkcs11:object=k --intermediates ${home}`;
		writeConfig(home, `[profile build]\ncredential_process = anchorsmith credentials ${paths}\n`);
		const {files} = await look(home);

		expect(files).toMatchObject({
			certificate: {state: 'unseen', why: 'failed', code: 'ENOENT'},
			privateKey: {state: 'unseen', why: 'not-possible'},
			intermediates: {state: 'unseen', why: 'failed', code: 'FILE_UNREADABLE'},
		});
		expect(files.nearby.map(({path: file}) => path.basename(file))).toEqual([
			'certificate.pem',
			'chain.pem',
			'key.pem',
		]);
	});

	test('a command that cannot be split, below a header that no client finds', async () => {
		const home = await homeForTest();
		writeConfig(home, `[build]\ncredential_process = "/opt/anchorsmith credentials --certificate ${home}/chain.pem\n`);
		const {command, files} = await look(home);

		expect(command).toMatchObject({
			state: 'seen',
			value: {words: ['/opt/anchorsmith', 'credentials', '--certificate', path.join(home, 'chain.pem')]},
		});
		expect(files.certificate).toMatchObject({state: 'seen'});
	});

	test('a variable that the words name and nobody sets', async () => {
		const home = await homeForTest({more: ['--passphrase-env', 'KEY_PASS']});

		expect((await look(home)).command).toMatchObject({value: {missingVariables: ['KEY_PASS']}});
		expect((await look(home, {env: {KEY_PASS: 'x'}})).command).not.toHaveProperty('value.missingVariables');
	});

	test('flags that stand for the command, or for parts of it', async () => {
		const home = await homeForTest();
		const part = await look(home, {options: {flags: {certificate: '/else.pem'}}});
		const {trustAnchorArn, profileArn, roleArn} = common.arns;
		const flags = {certificate: 'c.pem', privateKey: 'k.pem', trustAnchorArn, profileArn, roleArn};
		const whole = await look(temporaryFolder(), {options: {flags}});

		expect(part.command).toMatchObject({value: {origin: 'config', order: {certificate: '/else.pem', roleArn}}});
		expect(whole.command).toMatchObject({value: {origin: 'flags', order: flags}});
	});
});

describe('evidence for another user', () => {
	test('a user whom this system does not know is refused', async () => {
		await expect(gatherEvidence(around(temporaryFolder(), {options: {user: 'nobody-here'}}))).rejects.toMatchObject({
			code: 'USAGE',
		});
	});

	test.skipIf(!isRoot)('says what they cannot read, though whoever looks can', async () => {
		const home = await homeForTest();
		chmodSync(home, 0o755);
		chmodSync(path.join(home, 'chain.pem'), 0o644);
		const env = {AWS_CONFIG_FILE: path.join(home, '.aws/config'), AWS_SHARED_CREDENTIALS_FILE: '/none'};
		const {host, files, config, command} = await gatherEvidence(around(home, {env, options: {user: '65534'}}));

		expect(host.user).toMatchObject({uid: 65_534, isSelf: false});
		expect(config.config).toMatchObject({state: 'seen'});
		expect(files).toMatchObject({
			privateKey: {
				state: 'seen',
				value: {
					access: {isReadable: false, obstacle: path.join(home, 'key.pem')},
					content: {items: [{kind: 'private-key'}]},
				},
			},
			intermediates: {state: 'seen', value: {access: {isReadable: true}}},
		});
		expect(command).toMatchObject({value: {run: {state: 'unseen', why: 'not-possible'}}});
	});
});

function writeFolderAt(folder: string): void {
	mkdirSync(folder);
}
