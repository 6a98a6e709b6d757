import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {extendedKeyUsage, keyUsage} from '../../../src/pki/issuing/extension-writer.ts';
import {issueForTest, pki} from '../../support/certificates.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {caExtensions, hierarchyTime, listRevoked} from '../../support/hierarchy.ts';
import {hostCertificate, issuerCertificate, pathKeys, pathNames, rootCertificate} from '../../support/path-question.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

interface Files {
	readonly certificate: Uint8Array;
	readonly anchor: Uint8Array;
	readonly intermediates?: readonly Uint8Array[];
	readonly crls?: readonly Uint8Array[];
}

async function verify({certificate, anchor, intermediates = [], crls = []}: Files, ...more: readonly string[]) {
	const home = temporaryFolder();
	const save = (name: string, label: string, all: readonly Uint8Array[]) =>
		writeFileSync(path.join(home, name), all.map(der => encodePem(label, der)).join(''));
	save('host.pem', 'CERTIFICATE', [certificate]);
	save('root.pem', 'CERTIFICATE', [anchor]);
	save('chain.pem', 'CERTIFICATE', intermediates);
	save('crl.pem', 'X509 CRL', crls);
	const world = testWorld({home, now: () => hierarchyTime});
	const words = [
		...['verify', 'host.pem', '--anchor', 'root.pem'],
		...(intermediates.length > 0 ? ['--intermediates', 'chain.pem'] : []),
		...(crls.length > 0 ? ['--crl', 'crl.pem'] : []),
		...more,
	];
	const code = await runProgram(words, world.makeContext);
	return {code, stdout: world.stdout(), stderr: world.stderr()};
}

const good = () => ({
	certificate: hostCertificate(),
	anchor: rootCertificate(),
	intermediates: [issuerCertificate('ca', 'root')],
});

const refused: readonly (readonly [title: string, message: RegExp, files: () => Files | Promise<Files>])[] = [
	[
		'a missing intermediate',
		/CN=host,O=Example was issued by CN=CA,O=Example, and no certificate given here has that subject\./,
		() => ({...good(), intermediates: []}),
	],
	[
		'a re-keyed CA of the same name',
		/was issued by CN=CA,O=Example with key id [0-9a-f:]{59}; the trust anchor CN=CA,O=Example has [0-9a-f:]{59}: it was re-keyed\./,
		() => ({
			...good(),
			intermediates: [],
			anchor: issuerCertificate('ca', 'ca', {
				key: pathKeys.other,
				signer: pathKeys.other,
				extensions: caExtensions(pathKeys.other, pathKeys.other),
			}),
		}),
	],
	[
		'an expired intermediate',
		/CN=CA,O=Example expired at 2026-05-01T00:00:00Z, and the time asked about is 2026-06-01T00:00:00Z\./,
		() => ({...good(), intermediates: [issuerCertificate('ca', 'root', {notAfter: new Date('2026-05-01T00:00:00Z')})]}),
	],
	[
		'a path length exceeded',
		/CN=CA,O=Example allows no intermediate below itself \(pathLenConstraint 0\), and there is 1: CN=Sub CA,O=Example\./,
		() => ({
			certificate: hostCertificate('sub'),
			anchor: rootCertificate(),
			intermediates: [
				issuerCertificate('ca', 'root', {extensions: caExtensions(pathKeys.ca, pathKeys.root, {pathLength: 0})}),
				issuerCertificate('sub', 'ca'),
			],
		}),
	],
	[
		'an extended key usage for servers alone',
		/CN=host,O=Example is limited to serverAuth, and a client must prove itself \(clientAuth\)\./,
		() => ({...good(), certificate: hostCertificate('ca', {more: [extendedKeyUsage(['1.3.6.1.5.5.7.3.1'])]})}),
	],
	[
		'an intermediate signed with SHA-1',
		/CN=Another Test Issuing,O=Example is signed with SHA-1, which no longer proves anything\./,
		async () => {
			const issuer = await issueForTest({role: 'issuer', signature: 'sha1'});
			const [{root}, host] = await Promise.all([pki(), issueForTest({signedBy: issuer})]);
			return {certificate: host.der, anchor: root.der, intermediates: [issuer.der]};
		},
	],
	[
		'the end-entity certificate as the anchor',
		/there is no certification path to the trust anchor\.\n\n {2}CN=host,O=Example is itself the trust anchor\. An anchor vouches for other certificates; it cannot prove that it is an end entity\./,
		() => {
			const own = hostCertificate('ca', {issuer: pathNames.host, signer: pathKeys.host});
			return {certificate: own, anchor: own};
		},
	],
	[
		'a list that has expired',
		/CN=host,O=Example may have been revoked; nothing given here says otherwise: the CRL of CN=CA,O=Example from 2026-05-25T00:00:00Z expired at 2026-05-30T00:00:00Z/,
		() => ({
			...good(),
			crls: [listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, nextUpdate: new Date('2026-05-30T00:00:00Z')})],
		}),
	],
	[
		'a revoked certificate',
		/CN=host,O=Example was revoked at 2026-05-20T00:00:00Z \(keyCompromise\), says the CRL of CN=CA,O=Example/,
		() => ({
			...good(),
			crls: [listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, revoked: [{serial: 4, reason: 1}]})],
		}),
	],
];

describe('verify', () => {
	test('shows the path that it accepts', async () => {
		const {code, stdout} = await verify(good());
		expect(code).toBe(0);
		expect(stdout).toBe(
			[
				'Accepted at 2026-06-01T00:00:00Z.',
				'  CN=host,O=Example (end-entity certificate, until 2049-12-31T00:00:00Z)',
				'  CN=CA,O=Example (intermediate, until 2049-12-31T00:00:00Z)',
				'  CN=Root,O=Example (trust anchor, until 2049-12-31T00:00:00Z)',
				'',
			].join('\n'),
		);
	});

	test('accepts intermediates in the wrong order', async () => {
		const intermediates = [rootCertificate(), issuerCertificate('ca', 'root'), issuerCertificate('sub', 'ca')];
		expect((await verify({...good(), certificate: hostCertificate('sub'), intermediates})).code).toBe(0);
	});

	test.each(refused)('refuses %s in words to act on', async (_title, message, files) => {
		const {code, stdout} = await verify(await files());
		expect(code).toBe(1);
		expect(stdout).toMatch(message);
		expect(stdout).toMatch(/ {4}Why: .+\n {4}Fix: .+\n {4}Rule: path-/);
	});

	test('leads with that where the certificate was issued by somebody else, too', async () => {
		const certificate = hostCertificate();
		const {stdout} = await verify({certificate, anchor: certificate});
		expect(stdout.split('\n')[2]).toContain('is itself the trust anchor');
	});

	test('says of a certificate that only breaks what its issuer had to keep who asks for that and who does not', async () => {
		const files = {...good(), certificate: hostCertificate('ca', {extensions: [keyUsage(['digitalSignature'])]})};
		const {stdout} = await verify(files);
		expect(stdout).toMatch(
			/CN=host,O=Example does not say which key signed it: it lacks an authority key identifier[\s\S]*Roles Anywhere is not documented to ask for this/,
		);
		expect(stdout.match(/Rule:/g)).toHaveLength(1);
		expect((await verify(files, '--demands', 'section-6')).code).toBe(0);
		expect((await verify(files, '--demands', 'service')).code).toBe(0);
	});

	test('tells that last where there is another reason, and what lies beyond', async () => {
		const {stdout} = await verify({
			...good(),
			certificate: hostCertificate('ca', {extensions: [keyUsage(['digitalSignature'])]}),
			anchor: rootCertificate({notAfter: new Date('2026-05-01T00:00:00Z')}),
		});
		expect(stdout.match(/path-[a-z-]+/g)).toEqual(['path-validity', 'path-conforming']);
	});

	test('draws what was tried', async () => {
		const {stdout} = await verify(
			{...good(), anchor: rootCertificate({key: pathKeys.other, signer: pathKeys.other})},
			'--tree',
		);
		expect(stdout).toMatch(
			/Tried:\nCN=host,O=Example\n\\-- CN=CA,O=Example \(intermediate [0-9a-f]{8}\): issued it\n {4}\\-- CN=Root,O=Example \(trust anchor [0-9a-f]{8}\): stops here\n/,
		);
	});

	test('judges at another moment and asks for revocation when told to', async () => {
		expect((await verify(good(), '--at', '2050-01-01')).stdout).toContain(
			'the time asked about is 2050-01-01T00:00:00Z',
		);
		expect((await verify(good(), '--revocation', 'required')).stdout).toContain('path-revocation-known');
		expect((await verify(good(), '--require-explicit-policy')).stdout).toContain('path-policy');
	});

	test('answers in its envelope', async () => {
		const accepted = readEnvelope('verify', (await verify(good(), '--json')).stdout);
		expect(accepted).toMatchObject({ok: true, result: {accepted: true, path: {length: 3}, findings: []}});
		const {stdout, code} = await verify({...good(), intermediates: []}, '--json', '--tree');
		expect(code).toBe(1);
		expect(readEnvelope('verify', stdout)).toMatchObject({
			result: {accepted: false, path: [], findings: [{rule: 'path-issuer-present', at: 'certificate'}]},
		});
	});

	test('refuses files that it cannot judge, naming them', async () => {
		const home = temporaryFolder();
		writeFileSync(path.join(home, 'host.pem'), encodePem('CERTIFICATE', hostCertificate()));
		const world = testWorld({home});
		expect(await runProgram(['verify', 'host.pem'], world.makeContext)).toBe(2);
		expect(await runProgram(['verify', 'host.pem', '--anchor', 'none.pem'], world.makeContext)).toBe(2);
		expect(
			await runProgram(['verify', 'host.pem', '--anchor', 'host.pem', '--crl', 'host.pem'], world.makeContext),
		).toBe(2);
		expect(
			await runProgram(['verify', 'host.pem', '--anchor', 'host.pem', '--at', 'yesterday'], world.makeContext),
		).toBe(2);
		expect(world.stderr()).toMatch(
			/needs a trust anchor[\s\S]*none\.pem[\s\S]*host\.pem holds no list[\s\S]*--at takes a time/,
		);
	});
});
