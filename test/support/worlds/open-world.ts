import {spawnSync} from 'node:child_process';
import {createPrivateKey, createPublicKey} from 'node:crypto';
import {chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {onTestFinished} from 'vitest';
import {element} from '../../../src/pki/der/der-writer.ts';
import {loadCertificate} from '../../../src/pki/intake/load.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {keyIdentifierOf} from '../../../src/pki/issuing/extension-writer.ts';
import {createRehearsal, type Rehearsal} from '../../../src/rehearsal/create-rehearsal.ts';
import {shellWord} from '../../../src/shell-word.ts';
import {type DiffersBy, issueForTest, type TestCertificate, type TestRole} from '../certificates.ts';
import {type CrlFields, listRevoked} from '../hierarchy.ts';
import {program} from '../program.ts';
import {type Administrator, administratorOf} from './account.ts';
import {type Arns, type HealthyWorld, makeHealthyWorld, ROLE, SUBJECT, trustPolicy} from './healthy-world.ts';

/** The files of a world, by names below the person's home. */
export interface FilesOfWorld {
	/** Absolute. */
	path(...names: readonly string[]): string;
	read(name: string): string;
	/** Writes a file, with its folders. */
	write(name: string, content: string | Uint8Array, mode?: number): void;
	remove(name: string): void;
	chmod(name: string, mode: number): void;
	/** Rewrites a text file; throws when that changes nothing. */
	edit(name: string, change: (text: string) => string): void;
	/** Puts one text in the place of another in the AWS config file. */
	config(from: string | RegExp, to: string): void;
	/** Gives a flag of the credential process another value, written as it is; undefined takes the flag away. */
	flag(name: string, value: string | undefined): void;
	/** Has another certificate and its key in the place of the ones in use. */
	use(certificate: Pick<TestCertificate, 'pem' | 'privateKey'>): void;
}

/** A world that is open: files on the disk, an account that answers, and a person who has an environment. */
export interface OpenWorld extends Arns, FilesOfWorld {
	/** The person's home, where commands are typed. */
	readonly home: string;
	/** The person's environment; what is put in here counts. */
	readonly env: Record<string, string>;
	readonly rehearsal: Rehearsal;
	readonly administrator: Administrator;
	/** What signs end-entity certificates. */
	readonly issuer: TestCertificate;
	/** The trust anchor's certificate, which signed the issuer's. */
	readonly root: TestCertificate;
	/** How many milliseconds the service's clock is ahead of this machine's. */
	setServiceClock(milliseconds: number): void;
	/** A certificate as the issuer makes them, with what differs; valid now unless told otherwise. */
	issue(differsBy?: DiffersBy): Promise<TestCertificate>;
	/** Lets every user of the machine into the folders above the home, and read the AWS config file. */
	openToEverybody(): void;
	/** The trust policy of the role, with what differs in its statement. */
	policy(differsBy: object): string;
	/** Puts another certificate of the issuer's own key and name into the file of intermediates. */
	replaceIntermediate(differsBy: DiffersBy): Promise<void>;
	/** Rewrites the trust policy of the role. */
	trust(policy: string): Promise<void>;
	/** Registers another CA certificate (PEM) as the trust anchor's. */
	anchor(pem: string): Promise<void>;
	/** Imports a list that the issuer signed, for the trust anchor. */
	importCrl(list: Partial<CrlFields> & {readonly isEnabled?: boolean}): Promise<void>;
	/** The contents of the serial number of the certificate in use. */
	serial(): Uint8Array;
	/** The last part of an ARN, as calls take it. */
	idOf(arn: string): string;
}

/** Where the host's things are, below the home. */
export const HOST = {
	certificate: 'host/certificate.pem',
	privateKey: 'host/private-key.pem',
	intermediates: 'host/chain.pem',
	config: '.aws/config',
	credentials: '.aws/credentials',
} as const;

const A_DAY = 86_400_000;

let healthy: Promise<HealthyWorld> | undefined;

/** The world of this test file that works; made once. */
function healthyWorld(): Promise<HealthyWorld> {
	healthy ??= makeHealthyWorld(newFolder());
	return healthy;
}

/** A copy of a world that works, with its account answering; gone when the test ends. */
export async function openWorld(): Promise<OpenWorld> {
	const model = await healthyWorld();
	const folder = newFolder();
	onTestFinished(() => removeFolder(folder));
	cpSync(model.folder, folder, {recursive: true});
	const clock = path.join(folder, 'service-clock');
	writeFileSync(clock, '0');
	const now = () => new Date(Date.now() + Number(readFileSync(clock, 'utf8')));
	const rehearsal = await createRehearsal({stateDirectory: path.join(folder, 'account'), port: 0, now});
	onTestFinished(() => rehearsal.close());
	const home = path.join(folder, 'home');
	const config = path.join(home, HOST.config);
	const moved = readFileSync(config, 'utf8')
		.replaceAll(model.folder, folder)
		.replaceAll(model.endpoint, rehearsal.endpoint);
	writeFileSync(config, moved);
	const bin = path.join(folder, 'bin');
	await putTools(bin, rehearsal, clock);
	const {trustAnchorArn, profileArn, roleArn} = model;
	const administrator = administratorOf(rehearsal, now);
	const issuerFile = (name: string) => path.join(home, '.anchorsmith/issuers/build', name);
	const issuer = readIssuer(issuerFile('issuer.pem'), issuerFile('issuer-key.pem'), 'issuer');
	const spki = issuer.publicKey.export({type: 'spki', format: 'der'});
	const identifier = keyIdentifierOf(issuer.certificate.publicKey.keyBytes);
	const files = filesBelow(home);
	const root = readIssuer(issuerFile('root.pem'), issuerFile('root-key.pem'), 'anchor');
	const issue = (differsBy: DiffersBy = {}) =>
		issueForTest({
			subject: SUBJECT,
			signedBy: issuer,
			notBefore: new Date(Date.now() - A_DAY),
			notAfter: new Date(Date.now() + 90 * A_DAY),
			...differsBy,
		});
	return {
		...files,
		...{issue, root, home, rehearsal, administrator, trustAnchorArn, profileArn, roleArn, issuer},
		env: {
			HOME: home,
			PATH: `${bin}:${process.env['PATH'] ?? ''}`,
			LANG: 'C.UTF-8',
			AWS_EC2_METADATA_DISABLED: 'true',
			NODE_COMPILE_CACHE: path.join(tmpdir(), 'anchorsmith-compiled'),
		},
		setServiceClock: milliseconds => writeFileSync(clock, String(milliseconds)),
		async replaceIntermediate(differsBy) {
			const {publicKey, privateKey, certificate} = issuer;
			const keys = {publicKey, privateKey};
			const subjectKeyIdentifier = element(0x04, identifier);
			const same = {role: 'issuer', subject: certificate.subject.der, subjectKeyIdentifier, keys} as const;
			const made = await issue({...same, signedBy: root, ...differsBy});
			files.write(HOST.intermediates, made.pem, 0o644);
		},
		openToEverybody() {
			for (const place of [folder, home, path.join(home, '.aws'), path.join(home, 'host')]) {
				chmodSync(place, 0o755);
			}

			chmodSync(config, 0o644);
		},
		policy: differsBy => trustPolicy(trustAnchorArn, differsBy),
		anchor: async pem => {
			await administrator.rolesAnywhere(`PATCH /trustanchor/${idOf(trustAnchorArn)}`, {
				source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: pem}},
			});
		},
		async importCrl({isEnabled = true, ...fields}) {
			const now = Date.now();
			const list = listRevoked({
				issuer: issuer.certificate.subject.der,
				signer: {privateKey: issuer.privateKey, spki, identifier},
				revokedAt: new Date(now - A_DAY),
				thisUpdate: new Date(now - A_DAY),
				nextUpdate: new Date(now + 30 * A_DAY),
				...fields,
			});
			await administrator.rolesAnywhere('POST /crls', {
				...{name: 'build', enabled: isEnabled, trustAnchorArn},
				crlData: Buffer.from(encodePem('X509 CRL', list)).toString('base64'),
			});
		},
		serial: () => loadCertificate(readFileSync(path.join(home, HOST.certificate)), HOST.certificate).serial.octets,
		idOf,
		trust: policy => administrator.iam('UpdateAssumeRolePolicy', {RoleName: ROLE.name, PolicyDocument: policy}),
	};
}

/** The files of a home. */
function filesBelow(home: string): FilesOfWorld {
	const at = (...names: readonly string[]) => path.join(home, ...names);
	const read = (name: string) => readFileSync(at(name), 'utf8');
	const write = (name: string, content: string | Uint8Array, mode = 0o600) => {
		mkdirSync(path.dirname(at(name)), {recursive: true});
		writeFileSync(at(name), content);
		chmodSync(at(name), mode);
	};
	const edit = (name: string, change: (text: string) => string) => {
		const before = read(name);
		const after = change(before);
		if (after === before) {
			throw new Error(`nothing was changed in ${name}:\n${before}`);
		}

		writeFileSync(at(name), after);
	};
	return {
		path: at,
		read,
		write,
		edit,
		remove: name => rmSync(at(name), {recursive: true}),
		chmod: (name, mode) => chmodSync(at(name), mode),
		config: (from, to) => edit(HOST.config, text => text.replace(from, () => to)),
		flag: (name, value) =>
			edit(HOST.config, text =>
				text.replace(new RegExp(` --${name} \\S+`), () => (value === undefined ? '' : ` --${name} ${value}`)),
			),
		use({pem, privateKey}) {
			write(HOST.certificate, pem, 0o644);
			write(HOST.privateKey, privateKey.export({type: 'pkcs8', format: 'pem'}));
		},
	};
}

/** Whoever cannot give files away lets everybody read them instead. */
const SUDO = `[ "$(id -u)" = 0 ] && exec "$@"
case "$1" in
	chown) echo "$3" >> "$0.given"; exec chmod o+r "$3";;
	chmod) grep -qxF "$3" "$0.given" && exit 0;;
esac
exec "$@"`;

/**
 * What a shell finds in such a world: this program, the AWS CLI of whoever administers the account, and what stands in
 * for changing the machine itself.
 */
async function putTools(bin: string, {environment}: Rehearsal, clock: string): Promise<void> {
	const started = (await program()).map(shellWord).join(' ');
	const administers = Object.entries(environment).map(([name, value]) => `${name}=${shellWord(value)}`);
	const tools = {
		anchorsmith: `exec ${started} "$@"`,
		aws: `export NO_PROXY=127.0.0.1 AWS_PAGER= ${administers.join(' ')}\nPATH="\${PATH#*:}" exec aws "$@"`,
		sudo: SUDO,
		timedatectl: `printf 0 > ${shellWord(clock)}`,
	};
	mkdirSync(bin);
	for (const [name, text] of Object.entries(tools)) {
		writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`, {mode: 0o755});
	}
}

function idOf(arn: string): string {
	return arn.slice(arn.lastIndexOf('/') + 1);
}

function readIssuer(certificateFile: string, keyFile: string, role: TestRole): TestCertificate {
	const pem = readFileSync(certificateFile, 'utf8');
	const certificate = loadCertificate(Buffer.from(pem), certificateFile);
	const privateKey = createPrivateKey(readFileSync(keyFile));
	return {
		certificate,
		role,
		at: new Date(),
		der: certificate.der,
		pem,
		privateKey,
		publicKey: createPublicKey(privateKey),
	};
}

function newFolder(): string {
	return realpathSync(mkdtempSync(path.join(tmpdir(), 'anchorsmith-world-')));
}

/** Folders that a world closed are opened first. */
function removeFolder(folder: string): void {
	spawnSync('chmod', ['-R', 'u+rwX', folder]);
	rmSync(folder, {recursive: true, force: true});
}
