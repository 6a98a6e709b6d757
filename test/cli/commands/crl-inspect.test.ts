import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {hierarchyTime, issuingDistributionPoint, listRevoked} from '../../support/hierarchy.ts';
import {pathKeys, pathNames} from '../../support/path-question.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

async function inspect(bytes: Uint8Array | string, ...more: readonly string[]) {
	const home = temporaryFolder();
	writeFileSync(path.join(home, 'list.crl'), bytes);
	const world = testWorld({home, now: () => hierarchyTime});
	const code = await runProgram(['crl', 'inspect', 'list.crl', ...more], world.makeContext);
	return {code, stdout: world.stdout(), stderr: world.stderr()};
}

const list = listRevoked({
	issuer: pathNames.ca,
	signer: pathKeys.ca,
	number: 7,
	revoked: [{serial: 300, reason: 1}, {serial: 5}],
	extensions: [issuingDistributionPoint({onlyUser: true})],
});

test('a list is shown in PEM as in DER', async () => {
	const {code, stdout} = await inspect(list);
	expect(code).toBe(0);
	expect(stdout).toContain(
		'Issuer       CN=CA,O=Example\nVersion      2\nNumber       7\nIn force     2026-05-25T00:00:00Z to 2026-07-01T00:00:00Z\n',
	);
	expect(stdout).toContain(
		'Scope        end-entity certificates only\nRevoked      2 certificates\n  01:2c  2026-05-20T00:00:00Z  keyCompromise\n  05  2026-05-20T00:00:00Z  no reason given\n',
	);
	expect((await inspect(encodePem('X509 CRL', list))).stdout).toBe(stdout);
});

test('what the service makes of a list is told by rules', async () => {
	const empty = listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, nextUpdate: new Date('2026-05-30T00:00:00Z')});
	const {stdout} = await inspect(empty);
	expect(stdout).toContain('The list names no revoked certificate.');
	expect(stdout).toContain('The list expired at 2026-05-30T00:00:00Z');
	expect((await inspect(list)).stdout).toContain('It has a limited scope');
});

test('the envelope holds every entry', async () => {
	const {stdout} = await inspect(list, '--json');
	expect(readEnvelope('crl-inspect', stdout)).toMatchObject({
		ok: true,
		result: {
			crls: [
				{
					number: '7',
					revoked: [
						{serial: '012c', reason: 'keyCompromise'},
						{serial: '05', reason: null},
					],
				},
			],
		},
	});
});

test('something else is refused', async () => {
	const {code, stderr} = await inspect('hello');
	expect(code).toBe(2);
	expect(stderr).toContain('list.crl holds no list of revoked certificates.');
});
