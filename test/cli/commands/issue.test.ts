import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readRegister} from '../../../src/pki/store/register.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {isPresent} from '../../support/judges.ts';
import {keysWorld} from '../../support/keys-world.ts';

const ISSUE = ['issue', '--issuer', 'build', '--name', 'host-1'];

async function worldWithIssuer() {
	const world = keysWorld();
	await world.makeIssuer();
	const state = path.join(world.home, '.anchorsmith');
	const register = () => readRegister(path.join(state, 'issuers/build/register.jsonl'));
	return {...world, state, register};
}

describe('issue', () => {
	test('says what it made and how to use it', async () => {
		const {home, run, state} = await worldWithIssuer();
		const {code, stdout, stderr} = await run([...ISSUE, '--dns', 'host-1.example.com', '--days', '90', '--out', 'out']);

		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toBe(
			[
				`Made CN=host-1, until 2026-08-30, in ${home}/out`,
				`  Next: anchorsmith configure --cli-profile NAME --certificate ${home}/out/certificate.pem --private-key ${home}/out/private-key.pem --intermediates ${home}/out/chain.pem --trust-anchor-arn ARN --profile-arn ARN --role-arn ARN`,
				'',
			].join('\n'),
		);
		expect(readdirSync(path.join(home, 'out'))).toEqual(['certificate.pem', 'chain.pem', 'private-key.pem']);
		expect(existsSync(path.join(state, 'certificates'))).toBe(false);
	});

	test('keeps it in the state folder unless told otherwise, and notes it in the register', async () => {
		const {run, state, register} = await worldWithIssuer();
		const {stdout} = await run([...ISSUE, '--subject', 'CN=host-1,O=Example', '--json']);
		const folder = path.join(state, 'certificates/host-1');

		expect(readEnvelope('issue', stdout)).toMatchObject({
			ok: true,
			result: {certificates: [{folder, certificate: {subject: 'CN=host-1,O=Example'}}]},
		});
		expect(statSync(path.join(folder, 'private-key.pem')).mode & 0o777).toBe(0o600);
		expect((await register()).map(({subject}) => subject)).toEqual([
			'CN=Build CA issuing,O=Example',
			'CN=host-1,O=Example',
		]);
	});

	test('opens an encrypted issuer with the passphrase, and only with that', async () => {
		const {home, run} = keysWorld();
		await run(['issuer', 'create', '--name', 'build', '--subject', 'CN=CA', '--passphrase-env', 'P'], {
			env: {P: 'right'},
		});

		expect((await run([...ISSUE, '--passphrase-file', '-'], {stdin: 'right\n'})).code).toBe(0);
		const wrong = await run([...ISSUE, '--out', 'b', '--passphrase-file', '-'], {stdin: 'wrong'});
		expect(wrong).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('The passphrase does not open the private key'),
		});
		const none = await run([...ISSUE, '--out', 'b']);
		expect(none).toMatchObject({code: 2, stderr: expect.stringContaining('--passphrase-file FILE')});
		expect(existsSync(path.join(home, 'b'))).toBe(false);
	});

	test.each([
		['an issuer that does not exist', ['--issuer', 'other'], 'There is no issuer "other"'],
		['an empty subject', ['--subject', ''], 'it is empty'],
		['a CN of 65 characters', ['--subject', `CN=${'x'.repeat(65)}`], 'CN has 65 characters'],
		['a CN that cannot be a session tag', ['--subject', 'CN=a*b'], 'would break a rule'],
		['a host that is none', ['--dns', 'no host'], '"no host" is not a DNS name'],
		['an address that is none', ['--ip', '300.1.1.1'], '"300.1.1.1" is not an IP address'],
		['days and hours', ['--days', '1', '--hours', '1'], 'are both given'],
		['no hours', ['--hours', '0'], '--hours takes a whole number from 1'],
		['days beyond the issuer', ['--days', '4000'], 'after its issuer, which ends on 2031-05-31T00:00:00Z'],
		['a name that leads elsewhere', ['--name', '../../x'], 'cannot be the name of a folder'],
		['a hosts file beside names', ['--from', 'hosts.csv'], 'Names are given beside --from'],
	])('with %s is refused in one clear error and leaves nothing', async (_fault, flags, message) => {
		const {run, state, register} = await worldWithIssuer();
		const {code, stdout, stderr} = await run([...ISSUE, ...flags]);

		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toContain(message);
		expect(readdirSync(state)).toEqual(['issuers']);
		expect(await register()).toHaveLength(1);
	});

	test.each(['certificate.pem', 'chain.pem', 'private-key.pem'])('never replaces %s', async name => {
		const {home, run} = await worldWithIssuer();
		mkdirSync(path.join(home, 'out'));
		writeFileSync(path.join(home, 'out', name), 'mine');
		const {code, stderr} = await run([...ISSUE, '--out', 'out']);

		expect(code).toBe(2);
		expect(stderr).toContain(`Cannot create ${home}/out/${name}: it is there already.`);
		expect(readdirSync(path.join(home, 'out'))).toEqual([name]);
		expect(readFileSync(path.join(home, 'out', name), 'utf8')).toBe('mine');
	});
});

describe('issue --from', () => {
	test('issues one certificate for each line, as its columns say', async () => {
		const {home, run, register} = await worldWithIssuer();
		writeFileSync(
			path.join(home, 'hosts.csv'),
			'\ufeffname,subject,dns,ip\r\nhost-1,"CN=host-1,O=Example",host-1.example.com other.example.com,192.0.2.1\r\n\r\nhost-2,,,\r\n',
		);
		const {code, stdout} = await run(['issue', '--issuer', 'build', '--from', 'hosts.csv', '--out', 'out', '--json']);

		expect(code).toBe(0);
		expect(readEnvelope('issue', stdout)).toMatchObject({
			result: {
				certificates: [
					{folder: path.join(home, 'out/host-1'), certificate: {subject: 'CN=host-1,O=Example'}},
					{folder: path.join(home, 'out/host-2'), certificate: {subject: 'CN=host-2'}},
				],
			},
		});
		expect(await register()).toHaveLength(3);
		if (isPresent('openssl')) {
			const words = ['x509', '-noout', '-ext', 'subjectAltName', '-in', path.join(home, 'out/host-1/certificate.pem')];
			expect(spawnSync('openssl', words, {encoding: 'utf8'}).stdout).toContain(
				'DNS:host-1.example.com, DNS:other.example.com, IP Address:192.0.2.1',
			);
		}
	});

	test.each([
		['', 'Line 1 of hosts.csv is empty'],
		['name\n', 'Line 1 of hosts.csv is the only line'],
		['subject\nCN=a\n', 'Line 1 of hosts.csv names no column "name"'],
		['name,colour\na,red\n', 'Line 1 of hosts.csv has a column "colour"'],
		['name,dns\na,a.example.com\nb\n', 'Line 3 of hosts.csv has 1 fields where the header has 2'],
		['name,dns\na,a.example.com\nb,"no.example.com\n', 'Line 3 of hosts.csv has a quote that does not close'],
		['name,dns\na,a.example.com\nb,under\u0007\n', 'Line 3 of hosts.csv: "under\\u{7}" is not a DNS name'],
		['name,subject\na,\nb,CN=\n', 'Line 3 of hosts.csv: The subject "CN=" cannot be used'],
		['name\na\n../b\n', 'Line 3 of hosts.csv has the name "../b"'],
		['name\na\nb\nA\n', 'Line 4 of hosts.csv has the name "A" of line 2 again'],
	])('of %j is refused, naming the line, and leaves nothing', async (text, message) => {
		const {home, run, state, register} = await worldWithIssuer();
		writeFileSync(path.join(home, 'hosts.csv'), text);
		const {code, stderr} = await run(['issue', '--issuer', 'build', '--from', 'hosts.csv']);

		expect(code).toBe(2);
		expect(stderr).toContain(message);
		expect(readdirSync(state)).toEqual(['issuers']);
		expect(await register()).toHaveLength(1);
	});
});
