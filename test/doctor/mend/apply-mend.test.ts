import {spawnSync} from 'node:child_process';
import {chmodSync, readdirSync, statSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {redactConfig} from '../../../src/doctor/gather/redact-config.ts';
import {applyMend} from '../../../src/doctor/mend/apply-mend.ts';
import {describeMend} from '../../../src/doctor/mend/describe-mend.ts';
import type {CliProfileFlags, Mend} from '../../../src/doctor/mend/mend.ts';
import {pki} from '../../support/certificates.ts';
import {names} from '../../support/decide.ts';
import {type MendWorld, mendWorld} from '../../support/mend.ts';

const SECRET = 'not-a-secret-key';

function flagsIn(world: MendWorld, differs: Partial<CliProfileFlags> = {}): CliProfileFlags {
	return {
		cliProfile: 'build',
		helper: 'own',
		certificate: world.path('certificate.pem'),
		privateKey: world.path('private-key.pem'),
		trustAnchorArn: names.anchor,
		profileArn: names.profile,
		roleArn: names.role,
		...differs,
	};
}

function configFile(world: MendWorld, name: string, repairs: (Mend & {kind: 'config-file'})['repairs']): Mend {
	const file = name.endsWith('credentials') ? 'credentials' : 'config';
	return {
		kind: 'config-file',
		path: world.path(name),
		context: {file, cliProfile: 'build', platform: 'posix', home: world.home, workingDirectory: world.home},
		repairs,
		seen: redactConfig(world.read(name)),
	};
}

/** Types the command that undoes a mend, as it is told. */
function undo(lines: readonly string[]): void {
	const [command] = lines.flatMap(line => /^Undo it: (.*)$/.exec(line)?.[1] ?? []);
	const {status, stderr} = spawnSync('sh', ['-ec', command ?? 'exit 9'], {encoding: 'utf8'});
	expect(status, stderr).toBe(0);
}

describe('a config file', () => {
	const before = `[profile build]\ncredential_process = ./helper \\\n  --certificate ~/c.pem\njunk\n`;

	test('is repaired, with a backup, and is as it was when the command that is told is typed', async () => {
		const world = mendWorld();
		world.write('.aws/config', before);
		const mend = configFile(world, '.aws/config', ['process', 'readable-lines']);
		expect(describeMend(mend)).toContain(
			`+credential_process = ${world.home}/helper --certificate ${world.home}/c.pem\n`,
		);
		const told = await applyMend(mend, world.means);
		expect(world.read('.aws/config')).toBe(
			`[profile build]\ncredential_process = ${world.home}/helper --certificate ${world.home}/c.pem\n# junk\n`,
		);
		undo(told);
		expect(world.read('.aws/config')).toBe(before);
	});

	test('is left alone when it was changed since it was looked at', async () => {
		const world = mendWorld();
		world.write('.aws/config', before);
		const mend = configFile(world, '.aws/config', ['process']);
		world.write('.aws/config', `${before}region = us-east-1\n`);
		await expect(applyMend(mend, world.means)).rejects.toMatchObject({code: 'FILE_CHANGED'});
		expect(world.read('.aws/config')).toBe(`${before}region = us-east-1\n`);
	});

	test('loses keys that shadow, which are never shown and stay in the backup alone', async () => {
		const world = mendWorld();
		const text = `[admin]\naws_secret_access_key = other\n[build]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = ${SECRET}\n`;
		world.write('.aws/credentials', text);
		const mend = configFile(world, '.aws/credentials', ['static-keys']);
		const told = await applyMend(mend, world.means);
		expect(world.read('.aws/credentials')).toBe('[admin]\naws_secret_access_key = other\n[build]\n');
		expect(`${JSON.stringify(mend)}${describeMend(mend)}${told.join('\n')}`).not.toContain(SECRET);
		const [backup = ''] = readdirSync(world.path('.aws')).filter(name => name.includes('.bak-'));
		expect(statSync(world.path(`.aws/${backup}`)).mode & 0o777).toBe(0o600);
		undo(told);
		expect(world.read('.aws/credentials')).toBe(text);
	});

	test('that needs nothing is not written', async () => {
		const world = mendWorld();
		world.write('.aws/config', '[profile build]\nregion = us-east-1\n');
		const told = await applyMend(configFile(world, '.aws/config', ['process', 'duplicates']), world.means);
		expect(told).toEqual([expect.stringContaining('needs no repair')]);
		expect(readdirSync(world.path('.aws'))).toEqual(['config']);
	});
});

describe('a CLI profile', () => {
	test('is written as configure writes it, and configure knows how to undo it', async () => {
		const world = mendWorld();
		world.write('.aws/config', '# mine\n[profile build]\ncredential_process = /old\nregion = eu-west-1\n');
		const told = await applyMend({kind: 'configure', flags: flagsIn(world, {region: 'eu-west-1'})}, world.means);
		expect(world.read('.aws/config')).toMatch(
			/^# mine\n\[profile build\]\ncredential_process = .* credentials --certificate .*\nregion = eu-west-1\n$/,
		);
		expect(readdirSync(world.path('.anchorsmith/configure'))).toHaveLength(1);
		undo(told);
		expect(world.read('.aws/config')).toContain('credential_process = /old\n');
	});

	test('is described by what would be typed', () => {
		const world = mendWorld();
		const flags = flagsIn(world, {helper: 'official', helperProgram: '/opt/my helper', sessionDuration: 3600});
		expect(describeMend({kind: 'configure', flags})).toBe(
			`anchorsmith configure --cli-profile build --certificate ${flags.certificate} --private-key ${flags.privateKey} --trust-anchor-arn ${names.anchor} --profile-arn ${names.profile} --role-arn ${names.role} --session-duration 3600 --helper official --helper-program '/opt/my helper' --replace`,
		);
	});
});

describe('files', () => {
	test('a mode is set, and set back by the command that is told', async () => {
		const world = mendWorld();
		world.write('private-key.pem', 'x', 0o644);
		chmodSync(world.path('private-key.pem'), 0o644);
		const told = await applyMend({kind: 'mode', path: world.path('private-key.pem'), mode: 0o600}, world.means);
		expect(statSync(world.path('private-key.pem')).mode & 0o777).toBe(0o600);
		undo(told);
		expect(statSync(world.path('private-key.pem')).mode & 0o777).toBe(0o644);
	});

	test('a chain is written to a new file, in order, and named; one that is there is never overwritten', async () => {
		const world = mendWorld();
		const {issuing, root} = await pki();
		const certificates = [issuing, root].map(({der}) => Buffer.from(der).toString('base64'));
		const path = world.path('chain-1/chain.pem');
		const mend: Mend = {kind: 'chain', path, certificates, flags: flagsIn(world, {intermediates: path})};
		await applyMend(mend, world.means);
		expect(world.read('chain-1/chain.pem')).toBe(issuing.pem + root.pem);
		expect(world.read('.aws/config')).toContain(`--intermediates ${path} `);
		await expect(applyMend(mend, world.means)).rejects.toMatchObject({code: 'FILE_EXISTS'});
	});

	test('a bundle is written anew as separate files, the key for its owner alone', async () => {
		const world = mendWorld();
		const {endEntity, issuing} = await pki();
		world.write(
			'bundle.pem',
			issuing.pem + endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}) + endEntity.pem,
		);
		const into = world.path('rewritten-1');
		const flags = flagsIn(world, {
			certificate: `${into}/certificate.pem`,
			privateKey: `${into}/private-key.pem`,
			intermediates: `${into}/chain.pem`,
		});
		await applyMend({kind: 'convert', paths: [world.path('bundle.pem')], into, flags}, world.means);
		expect(world.read('rewritten-1/certificate.pem')).toBe(endEntity.pem);
		expect(world.read('rewritten-1/chain.pem')).toBe(issuing.pem);
		expect(statSync(`${into}/private-key.pem`).mode & 0o777).toBe(0o600);
		expect(world.read('.aws/config')).toContain(`--certificate ${into}/certificate.pem `);
	});

	test('nothing is written when the key is not among them', async () => {
		const world = mendWorld();
		const {endEntity} = await pki();
		world.write('certificate.pem', endEntity.pem);
		const into = world.path('rewritten-1');
		const flags = flagsIn(world, {certificate: `${into}/certificate.pem`, privateKey: `${into}/private-key.pem`});
		await expect(
			applyMend({kind: 'convert', paths: [world.path('certificate.pem')], into, flags}, world.means),
		).rejects.toMatchObject({code: 'KEY_EXPECTED'});
		expect(readdirSync(world.home)).toEqual(['certificate.pem']);
	});
});
