import {spawnSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Certificate} from '../../../src/pki/certificate/certificate.ts';
import {loadCertificate, loadPrivateKey} from '../../../src/pki/intake/load.ts';
import {issueEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {createIssuers} from '../../../src/pki/issuing/issuer.ts';
import type {KeyAlgorithm} from '../../../src/pki/keys/algorithm.ts';
import {issuingSubjectOf} from '../../../src/pki/names/subject.ts';
import type {CertificateRole} from '../../../src/rules/certificate-in-role.ts';
import {judgeCertificate} from '../../../src/rules/judge-certificate.ts';
import type {IssuerGoal, NewEndEntity} from '../../../src/setup/specification.ts';
import {scriptOf} from '../../../src/wizard/equivalents/command-block.ts';
import {opensslCommands} from '../../../src/wizard/equivalents/openssl-commands.ts';
import type {SecretSource} from '../../../src/wizard/field.ts';
import {isPresent} from '../../support/judges.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

type NewIssuer = Extract<IssuerGoal, {source: 'new'}>;

const issuer = (differsBy: Partial<NewIssuer> = {}): NewIssuer => ({
	source: 'new',
	name: 'build-hosts',
	subject: "CN=Anna's CA\\, the first,O=Example & Söhne/Nord,C=DE",
	algorithm: 'p256',
	days: 3650,
	withIssuing: false,
	...differsBy,
});

const endEntity = (algorithm: KeyAlgorithm = 'p256'): NewEndEntity => ({
	source: 'new',
	name: 'build-17',
	subject: 'CN=build-17+OU=Build,O=Example',
	dns: ['build-17.example.com'],
	uri: ["spiffe://example.com/a,b;c=$HOME&d='x'#y"],
	ip: ['192.0.2.1', '2001:db8::1'],
	email: ['operator@example.com'],
	algorithm,
	days: 90,
});

/** Everything of a certificate that its maker decides, but for what hangs on its key and serial number. */
function sayings({subject, issuer: by, extensions, validity, publicKey}: Certificate) {
	const keyIdentifiers = ['2.5.29.14', '2.5.29.35'];
	return {
		subject: subject.text,
		issuer: by.text,
		days: Math.round((validity.notAfter.getTime() - validity.notBefore.getTime()) / 86_400_000),
		key: publicKey.toKeyObject().ok,
		extensions: extensions
			.map(({oid, isCritical, value}) => {
				const said = keyIdentifiers.includes(oid) ? 'hangs on the key' : Buffer.from(value).toString('hex');
				return `${oid} ${isCritical ? 'critical' : 'not critical'} ${said}`;
			})
			.toSorted(),
	};
}

const verdict = (certificate: Certificate, role: CertificateRole) =>
	judgeCertificate({certificate, role, at: new Date()}).map(({rule, severity}) => `${severity} ${rule}`);

/** What this program makes of the same goals. */
async function madeHere({subject, algorithm, days, withIssuing}: NewIssuer, wanted: NewEndEntity) {
	const context = {now: new Date(), random: randomBytes, judge: judgeCertificate};
	const issuing = withIssuing ? {issuing: {subject: issuingSubjectOf(subject)}} : {};
	const issuers = await createIssuers({subject, algorithm, lifetime: {days}, ...issuing}, context);
	const {dns, uri, ip, email} = wanted;
	const spec = {...wanted, lifetime: {days: wanted.days}, alternativeNames: {dns, uri, ip, email}};
	const {certificate} = await issueEndEntity(spec, issuers.issuing ?? issuers.root, context);
	return {root: issuers.root.certificate, issuing: issuers.issuing?.certificate, certificate};
}

function run(
	base: string,
	goal: Omit<Parameters<typeof opensslCommands>[0], 'base'>,
	env: Record<string, string> = {},
) {
	const script = scriptOf('A test', opensslCommands({...goal, base}));
	return {
		script,
		...spawnSync('/bin/sh', ['-s'], {
			input: script,
			encoding: 'utf8',
			cwd: base,
			env: {PATH: process.env['PATH'] ?? '', HOME: base, ...env},
		}),
	};
}

const read = (file: string) => loadCertificate(readFileSync(file), file);

describe.runIf(isPresent('openssl'))('opensslCommands', () => {
	test.each([
		['P-256, one authority', {}, {from: 'nowhere'}],
		[
			'P-384 with an issuing authority',
			{withIssuing: true, algorithm: 'p384'},
			{from: 'environment', variable: 'SECRET'},
		],
		['RSA with an issuing authority', {withIssuing: true, algorithm: 'rsa2048'}, {from: 'file', path: 'my secret.txt'}],
	] as const)('make what this program makes: %s', async (_case, differsBy, passphrase: SecretSource) => {
		const base = path.join(temporaryFolder(), "Anna's files");
		mkdirSync(base);
		writeFileSync(path.join(base, 'my secret.txt'), 'correct horse\n');
		const goals = {issuer: issuer(differsBy), endEntity: endEntity(issuer(differsBy).algorithm)};
		const {status, stderr, script} = run(base, {...goals, passphrase}, {SECRET: 'correct horse'});
		expect(status, stderr).toBe(0);

		const ours = await madeHere(goals.issuer, goals.endEntity);
		const [issuers, certificates] = [path.join(base, 'issuers/build-hosts'), path.join(base, 'certificates/build-17')];
		const theirs = {
			root: read(path.join(issuers, ours.issuing ? 'root.pem' : 'issuer.pem')),
			issuing: ours.issuing && read(path.join(issuers, 'issuer.pem')),
			certificate: read(path.join(certificates, 'certificate.pem')),
		};
		expect(sayings(theirs.root)).toEqual(sayings(ours.root));
		expect(theirs.issuing && sayings(theirs.issuing)).toEqual(ours.issuing && sayings(ours.issuing));
		expect(sayings(theirs.certificate)).toEqual(sayings(ours.certificate));
		expect(verdict(theirs.root, 'anchor')).toEqual(verdict(ours.root, 'anchor'));
		expect(verdict(theirs.certificate, 'end-entity')).toEqual(verdict(ours.certificate, 'end-entity'));
		expect(existsSync(path.join(certificates, 'chain.pem'))).toBe(ours.issuing !== undefined);
		expect(readdirSync(certificates)).not.toContain('request.csr');
		expect(script).not.toContain('correct horse');

		const key = path.join(issuers, 'issuer-key.pem');
		expect(statSync(key).mode & 0o777).toBe(0o600);
		const secret = passphrase.from === 'nowhere' ? undefined : 'correct horse';
		expect(loadPrivateKey(readFileSync(key), key, secret).type).toBe('private');
		expect(readFileSync(key, 'utf8').includes('ENCRYPTED')).toBe(secret !== undefined);
	});

	test('make a request with the names that were asked for', () => {
		const base = temporaryFolder();
		const {status, stderr} = run(base, {
			endEntity: {...endEntity(), source: 'requested'},
			passphrase: undefined,
		});
		expect(status, stderr).toBe(0);
		const file = path.join(base, 'certificates/build-17/request.csr');
		const {stdout} = spawnSync('openssl', ['req', '-in', file, '-noout', '-text', '-verify'], {encoding: 'utf8'});
		expect(stdout).toContain('DNS:build-17.example.com, URI:spiffe://example.com/a,b;c=$HOME');
	});

	test('overwrite nothing', () => {
		const base = temporaryFolder();
		mkdirSync(path.join(base, 'issuers/build-hosts'), {recursive: true});
		const {status, stderr} = run(base, {issuer: issuer(), passphrase: {from: 'nowhere'}});

		expect(status).not.toBe(0);
		expect(stderr).toMatch(/exists/);
		expect(readdirSync(path.join(base, 'issuers/build-hosts'))).toEqual([]);
	});

	test('are none when nothing is made', () => {
		expect(opensslCommands({passphrase: {from: 'typed'}, base: '/tmp'})).toEqual([]);
	});
});
