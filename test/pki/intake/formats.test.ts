import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {type Intake, type Item, takeIn} from '../../../src/pki/intake/intake.ts';
import {openContainers} from '../../../src/pki/intake/open-container.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {privateKeyFacts} from '../../../src/pki/intake/private-key-facts.ts';
import {pki, type TestPki} from '../../support/certificates.ts';
import {isPresent} from '../../support/judges.ts';
import {makeKeyForms, PASSPHRASE} from '../../support/key-files.ts';
import {runIn} from '../../support/openssl.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

let world: TestPki;
const {pkcs8, encrypted, legacyEncrypted, der: keyDer} = makeKeyForms('ec');

beforeAll(async () => {
	world = await pki();
});

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');

/** The kinds of the things in it, each with the containers around it, and what is noted of file and things. */
function told({form, items, notes}: Intake): unknown {
	return {
		form,
		items: items.map(({kind, source}) => [...source, kind].join(' > ')),
		notes: [...notes, ...items.flatMap(item => item.notes)].map(({kind}) => kind),
	};
}

const certificate = () => world.endEntity.pem;
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

describe('a certificate is found', () => {
	test.each<[how: string, write: () => string | Uint8Array, form: string, items: string[], notes: string[]]>([
		['as it should be', certificate, 'pem', ['certificate'], []],
		['with CRLF', () => certificate().replaceAll('\n', '\r\n'), 'pem', ['certificate'], ['carriage-returns']],
		['with CR alone', () => certificate().replaceAll('\n', '\r'), 'pem', ['certificate'], ['carriage-returns']],
		['after a byte order mark', () => `\xef\xbb\xbf${certificate()}`, 'pem', ['certificate'], ['byte-order-mark']],
		['between lines of text', () => `subject=CN\n${certificate()}\n# end`, 'pem', ['certificate'], ['text-around']],
		['indented', () => certificate().replaceAll(/^/gm, '  '), 'pem', ['certificate'], ['indented']],
		['without a final newline', () => certificate().trimEnd(), 'pem', ['certificate'], []],
		['with \\n in letters', () => certificate().replaceAll('\n', '\\n'), 'pem', ['certificate'], ['broken-lines']],
		[
			'with \\r\\n in letters, as the value of a variable',
			() => `CERT="${certificate().replaceAll('\n', '\\r\\n')}"\n`,
			'pem',
			['certificate'],
			['text-around', 'careless-block', 'broken-lines'],
		],
		[
			'with its lines joined by spaces',
			() => certificate().replaceAll('\n', ' '),
			'pem',
			['certificate'],
			['broken-lines'],
		],
		['with its lines joined', () => certificate().replaceAll('\n', ''), 'pem', ['certificate'], ['broken-lines']],
		[
			'quoted as in a mail',
			() => certificate().replaceAll(/^/gm, '> '),
			'pem',
			['certificate'],
			['text-around', 'careless-block', 'careless-block'],
		],
		['with four dashes', () => certificate().replaceAll('-----', '----'), 'pem', ['certificate'], ['careless-block']],
		[
			'with the dashes of a typesetter',
			() => Buffer.from(certificate().replaceAll('-----', '\u2013\u2013\u2013')),
			'pem',
			['certificate'],
			['careless-block'],
		],
		[
			'labelled X509 CERTIFICATE',
			() => encodePem('X509 CERTIFICATE', world.endEntity.der),
			'pem',
			['certificate'],
			['legacy-label'],
		],
		[
			'labelled as a request',
			() => encodePem('CERTIFICATE REQUEST', world.endEntity.der),
			'pem',
			['certificate'],
			['wrong-label'],
		],
		['labelled as what nobody knows', () => encodePem('MY CERT', world.endEntity.der), 'pem', ['certificate'], []],
		[
			'with more bytes in its block',
			() => encodePem('CERTIFICATE', Buffer.concat([world.endEntity.der, Buffer.from('more')])),
			'pem',
			['certificate'],
			['trailing-bytes'],
		],
		['in DER', () => world.endEntity.der, 'der', ['certificate'], ['binary']],
		[
			'in DER, with its issuer',
			() => Buffer.concat([world.endEntity.der, world.issuing.der]),
			'der',
			['certificate', 'certificate'],
			['binary'],
		],
		[
			'in DER, with a newline that an editor added',
			() => Buffer.concat([world.endEntity.der, Buffer.from('\n')]),
			'der',
			['certificate'],
			['binary', 'trailing-bytes'],
		],
		['in bare base64', () => base64(world.endEntity.der), 'base64', ['base64 > certificate'], ['no-armour']],
		[
			'in base64 with line breaks',
			() => certificate().split('\n').slice(1, -2).join('\n'),
			'base64',
			['base64 > certificate'],
			['no-armour'],
		],
		['in base64 of its PEM', () => base64(certificate()), 'base64', ['base64 > certificate'], ['encoded-twice']],
		[
			'in UTF-16, little end first',
			() => Buffer.from(`\u{feff}${certificate()}`, 'utf16le'),
			'utf-16',
			['certificate'],
			['utf-16'],
		],
		[
			'in UTF-16, big end first, without a mark, as PowerShell never writes',
			() => Buffer.from(certificate(), 'utf16le').swap16(),
			'utf-16',
			['certificate'],
			['utf-16'],
		],
		[
			'as a text in JSON',
			() => JSON.stringify({certificate: certificate()}),
			'json',
			['certificate > certificate'],
			['json'],
		],
	])('%s', (_how, write, form, items, notes) => {
		const written = write();
		const intake = takeIn(typeof written === 'string' ? bytesOf(written) : written);
		expect(told(intake)).toEqual({form, items, notes});
		expect(Buffer.from(intake.items[0]?.der ?? []).equals(Buffer.from(world.endEntity.der))).toBe(true);
	});
});

describe('a Kubernetes Secret', () => {
	const items = ['tls.crt > certificate', 'tls.crt > certificate', 'tls.key > private-key'];
	const bundle = () => `${world.endEntity.pem}${world.issuing.pem}`;

	test.each<[how: string, write: () => string]>([
		[
			'as kubectl writes it',
			() =>
				`apiVersion: v1\ndata:\n  tls.crt: ${base64(bundle())}\n  tls.key: ${base64(pkcs8)}\nkind: Secret\nmetadata:\n  name: host\ntype: kubernetes.io/tls\n`,
		],
		[
			'in a list, with quotes and notes',
			() =>
				`apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret # here\n  data:\n    # the chain\n    "tls.crt": "${base64(bundle())}"\n    'tls.key': '${base64(pkcs8)}' # secret\n`,
		],
		[
			'with stringData, as people write it',
			() =>
				`kind: Secret\nstringData:\n  tls.crt: |\n${bundle().replaceAll(/^(?=.)/gm, '    ')}\n  tls.key: |-\n${pkcs8.replaceAll(/^(?=.)/gm, '      ')}\n---\nkind: ConfigMap\n`,
		],
		[
			'with its base64 folded',
			() =>
				`kind: Secret\r\ndata:\r\n  tls.crt: >-\r\n    ${(base64(bundle()).match(/.{1,76}/g) ?? []).join('\r\n    ')}\r\n  tls.key: ${base64(pkcs8)}\r\n`,
		],
	])('%s', (_how, write) => {
		const intake = takeIn(bytesOf(write()));
		expect(told(intake)).toEqual({form: 'yaml', items, notes: ['kubernetes-secret']});
		expect(intake.items.every(({line = 0, isPlain}) => line > 1 && !isPlain)).toBe(true);
	});

	test('in JSON', () => {
		const secret = {kind: 'Secret', data: {'tls.crt': base64(bundle()), 'tls.key': base64(pkcs8), token: 'eA=='}};
		expect(told(takeIn(Buffer.from(JSON.stringify(secret))))).toEqual({
			form: 'json',
			items,
			notes: ['kubernetes-secret'],
		});
	});

	test('that needs a whole reader of YAML is left closed, and opened by one', async () => {
		const text = `kind: Secret\ndata: {tls.crt: &crt ${base64(bundle())}, tls.key: "${base64(pkcs8)}"}\n`;
		const closed = takeIn(bytesOf(text));
		expect(told(closed)).toEqual({
			form: 'yaml',
			items: ['kubernetes-secret'],
			notes: ['kubernetes-secret', 'unopened'],
		});
		expect(told(await openContainers(closed))).toEqual({form: 'yaml', items, notes: ['kubernetes-secret']});
	});

	test('that holds itself is gone through once', async () => {
		const {items: left} = await openContainers(takeIn(bytesOf('kind: Secret\ndata: &a [*a,*a]\n')));
		expect(left).toEqual([]);
	});

	test('that repeats itself without measure stays closed', async () => {
		const levels = Array.from({length: 12}, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`);
		const text = `kind: Secret\ndata: {x: y}\na0: &a0 [x]\n${levels.join('\n')}\n`;
		const {items: left} = await openContainers(takeIn(bytesOf(text)));
		expect(left.map(({kind, notes}) => [kind, notes.at(-1)?.message])).toEqual([
			['kubernetes-secret', 'It is not YAML that can be read.'],
		]);
	});
});

test('what AWS Certificate Manager exports is known, with certificate, chain and encrypted key', () => {
	const exported = {Certificate: certificate(), CertificateChain: world.issuing.pem, PrivateKey: encrypted};
	expect(told(takeIn(Buffer.from(JSON.stringify(exported, null, 4))))).toEqual({
		form: 'json',
		items: ['Certificate > certificate', 'CertificateChain > certificate', 'PrivateKey > encrypted-private-key'],
		notes: ['acm-export'],
	});
});

describe('damage', () => {
	test.each<[what: string, write: () => string, items: string[]]>([
		['a block without an end', () => `${certificate().split('-----END')[0]}`, ['damaged']],
		['an end without a beginning', () => '-----END CERTIFICATE-----\n', ['damaged']],
		[
			'a block that another interrupts',
			() => `-----BEGIN CERTIFICATE-----\nMIIB\n${certificate()}`,
			['damaged', 'certificate'],
		],
		[
			'base64 with a letter too many',
			() => '-----BEGIN CERTIFICATE-----\nAAAAA\n-----END CERTIFICATE-----\n',
			['damaged'],
		],
		['an empty block', () => '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n', ['damaged']],
		['half a boundary', () => '-----BEGIN CERTIFICATE\nMIIB\n', ['damaged']],
	])('of %s is a thing of its own', (_what, write, items) => {
		const intake = takeIn(bytesOf(write()));
		expect(intake.items.map(({kind}) => kind)).toEqual(items);
		expect(intake.items.find(({kind}) => kind === 'damaged')?.notes).toMatchObject([{kind: 'damaged'}]);
	});

	test.each([
		['nothing', '', 'empty'],
		['a Java keystore', '\xfe\xed\xfe\xed\0\0\0\x02', 'foreign'],
		['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-ed25519\r\n', 'foreign'],
		['the error page of a server', '<!DOCTYPE html><title>404</title>', 'foreign'],
		['prose', 'Dear sir or madam', 'unrecognised'],
	])('%s is named', (_what, text, kind) => {
		expect(takeIn(bytesOf(text)).notes).toMatchObject([{kind}]);
	});
});

test('each thing says where it begins', () => {
	const text = `\xef\xbb\xbf# first\r\n${certificate()}\n${pkcs8}`;
	const places = takeIn(bytesOf(text)).items.map(({line, offset}) => [line, offset]);
	expect(places).toEqual([
		[2, 12],
		[certificate().split('\n').length + 2, 12 + certificate().length + 1],
	]);
	const wide = Buffer.from(`\u{feff}#\n${certificate()}`, 'utf16le');
	expect(takeIn(wide).items[0]).toMatchObject({line: 2, offset: 6});
});

describe.runIf(isPresent('openssl'))('files of openssl', () => {
	interface Files {
		readonly folder: string;
		readonly take: (name: string) => Intake;
	}

	function files(): Files {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'key.pem'), pkcs8);
		runIn(folder, 'openssl', 'req', '-x509', '-key', 'key.pem', '-subj', '/CN=a', '-out', 'own.pem');
		writeFileSync(path.join(folder, 'chain.pem'), world.issuing.pem);
		return {folder, take: name => takeIn(readFileSync(path.join(folder, name)))};
	}

	test('TRUSTED CERTIFICATE, with and without settings', () => {
		const {folder, take} = files();
		runIn(folder, 'openssl', 'x509', '-in', 'own.pem', '-trustout', '-out', 'plain.pem');
		runIn(folder, 'openssl', 'x509', '-in', 'own.pem', '-addtrust', 'clientAuth', '-setalias', 'a', '-out', 'set.pem');
		expect(told(take('plain.pem'))).toEqual({form: 'pem', items: ['certificate'], notes: ['legacy-label']});
		expect(told(take('set.pem'))).toEqual({
			form: 'pem',
			items: ['certificate'],
			notes: ['legacy-label', 'trust-settings'],
		});
		expect(take('set.pem').items[0]?.der.length).toBe(take('own.pem').items[0]?.der.length);
	});

	test.each([
		['as openssl writes it today', []],
		['with triple DES and SHA-1', ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
		['with AES-128 and SHA-512', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC', '-macalg', 'sha512']],
		['without an authentication code', ['-nomac']],
		['with the certificates in clear', ['-certpbe', 'NONE']],
	])('PKCS#12 %s', async (_how, words) => {
		const {folder, take} = files();
		runIn(
			folder,
			'openssl',
			'pkcs12',
			'-export',
			'-in',
			'own.pem',
			'-inkey',
			'key.pem',
			'-certfile',
			'chain.pem',
			'-name',
			'host é',
			'-passout',
			`pass:${PASSPHRASE}`,
			...words,
			'-out',
			'a.p12',
		);

		const opened = await openContainers(take('a.p12'), PASSPHRASE);
		expect(told(opened)).toEqual({
			form: 'der',
			items: [
				'pkcs12',
				expect.stringMatching(/^PKCS#12 bag 1 \(host é\) > certificate$/),
				'PKCS#12 bag 2 > certificate',
				expect.stringMatching(/^PKCS#12 bag 3 \(host é\) > private-key$/),
			],
			notes: ['bundle'],
		});
		expect(keyIn(opened.items)?.equals(keyDer)).toBe(true);
		for (const passphrase of ['wrong', undefined]) {
			const closed = await openContainers(take('a.p12'), passphrase);
			expect(closed.items.map(({kind, notes}) => [kind, notes.at(-1)?.kind])).toEqual([['pkcs12', 'unopened']]);
		}
	});

	test('PKCS#12 without a passphrase opens by itself', async () => {
		const {folder, take} = files();
		runIn(
			folder,
			'openssl',
			'pkcs12',
			'-export',
			'-in',
			'own.pem',
			'-inkey',
			'key.pem',
			'-passout',
			'pass:',
			'-out',
			'a.p12',
		);
		expect((await openContainers(take('a.p12'))).items.map(({kind}) => kind)).toEqual([
			'pkcs12',
			'certificate',
			'private-key',
		]);
	});

	test('PKCS#12 with RC2 says what opens it', async () => {
		const {folder, take} = files();
		runIn(
			folder,
			'openssl',
			'pkcs12',
			'-export',
			'-legacy',
			'-in',
			'own.pem',
			'-inkey',
			'key.pem',
			'-passout',
			`pass:${PASSPHRASE}`,
			'-out',
			'a.p12',
		);
		const {items} = await openContainers(take('a.p12'), PASSPHRASE);
		expect(items.map(({kind, notes}) => [kind, notes.at(-1)])).toEqual([
			[
				'pkcs12',
				{
					kind: 'unopened',
					message: 'It is protected with 40-bit RC2, which cannot be read here.',
					command: 'openssl pkcs12 -legacy -in FILE -out FILE.pem',
				},
			],
		]);
	});

	test('PKCS#7 in BER, as streams are written', () => {
		const {folder, take} = files();
		writeFileSync(path.join(folder, 'text'), 'text');
		runIn(
			folder,
			'openssl',
			'cms',
			'-sign',
			'-binary',
			'-nodetach',
			'-stream',
			'-in',
			'text',
			'-signer',
			'own.pem',
			'-inkey',
			'key.pem',
			'-certfile',
			'chain.pem',
			'-outform',
			'DER',
			'-out',
			'a.p7',
		);
		expect(readFileSync(path.join(folder, 'a.p7'))[1]).toBe(0x80);
		expect(take('a.p7').items.map(({kind, source}) => [...source, kind].join(' > '))).toEqual([
			'pkcs7',
			'PKCS#7 bundle > certificate',
			'PKCS#7 bundle > certificate',
		]);
	});

	test('PKCS#7 under the label of a certificate, as certutil of Windows writes it', () => {
		const {folder} = files();
		const bundle = runIn(folder, 'openssl', 'crl2pkcs7', '-nocrl', '-certfile', 'own.pem', '-outform', 'DER');
		expect(told(takeIn(bytesOf(encodePem('CERTIFICATE', bundle))))).toEqual({
			form: 'pem',
			items: ['pkcs7', 'PKCS#7 bundle > certificate'],
			notes: ['wrong-label', 'bundle'],
		});
	});
});

function keyIn(items: readonly Item[]): Buffer | undefined {
	const key = items.find(({kind}) => kind === 'private-key');
	return key && Buffer.from(key.der);
}

describe('a private key', () => {
	test.each<[form: string, write: () => string, kind: string, passphrase: string | undefined]>([
		['PKCS#8', () => pkcs8, 'private-key', undefined],
		['encrypted PKCS#8', () => encrypted, 'encrypted-private-key', PASSPHRASE],
		['encrypted by Proc-Type', () => legacyEncrypted, 'legacy-encrypted-private-key', PASSPHRASE],
		[
			'encrypted by Proc-Type, with \\n in letters',
			() => legacyEncrypted.replaceAll('\n', '\\n'),
			'legacy-encrypted-private-key',
			PASSPHRASE,
		],
	])('in %s is read', (_form, write, kind, passphrase) => {
		const [item] = takeIn(bytesOf(write())).items;
		expect(item?.kind).toBe(kind);
		expect(item && privateKeyFacts(item, passphrase)).toMatchObject({state: 'read', type: 'ec', curve: 'prime256v1'});
		if (passphrase !== undefined && item) {
			expect(privateKeyFacts(item)).toMatchObject({state: 'closed', problem: {kind: 'passphrase-needed'}});
			expect(privateKeyFacts(item, 'wrong')).toMatchObject({state: 'closed', problem: {kind: 'passphrase-wrong'}});
		}
	});

	test.runIf(isPresent('ssh')).each([
		['rsa', '2048', 'rsa'],
		['ecdsa', '256', 'ec'],
		['ecdsa', '384', 'ec'],
		['ecdsa', '521', 'ec'],
	])(
		'of ssh-keygen, %s with %s bits, is read, and its public half also when it is encrypted',
		(type, bits, expected) => {
			const folder = temporaryFolder();
			runIn(folder, 'ssh-keygen', '-q', '-t', type, '-b', bits, '-N', '', '-f', 'key');
			const [open] = takeIn(readFileSync(path.join(folder, 'key'))).items;
			const facts = open && privateKeyFacts(open);
			expect(facts).toMatchObject({state: 'read', type: expected});

			runIn(folder, 'ssh-keygen', '-q', '-p', '-N', PASSPHRASE, '-f', 'key');
			const [closed] = takeIn(readFileSync(path.join(folder, 'key'))).items;
			expect(closed && privateKeyFacts(closed)).toEqual({
				state: 'closed',
				opensshType: expect.stringMatching(/^(?:ssh-rsa|ecdsa-sha2-nistp\d+)$/),
				problem: expect.objectContaining({kind: 'unsupported'}),
				publicKey: facts?.publicKey,
			});
			runIn(folder, 'ssh-keygen', '-q', '-p', '-P', PASSPHRASE, '-N', '', '-m', 'PKCS8', '-f', 'key');
			const [converted] = takeIn(readFileSync(path.join(folder, 'key'))).items;
			expect(facts).toEqual({...(converted && privateKeyFacts(converted)), opensshType: expect.any(String)});
		},
	);

	test.runIf(isPresent('ssh'))('of ssh-keygen that no certificate can have is said to be one', () => {
		const folder = temporaryFolder();
		runIn(folder, 'ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', 'key');
		const [item] = takeIn(readFileSync(path.join(folder, 'key'))).items;
		expect(item && privateKeyFacts(item)).toEqual({
			state: 'closed',
			opensshType: 'ssh-ed25519',
			problem: {kind: 'unsupported', message: 'OpenSSH keys of the type ssh-ed25519 are not read here.'},
		});
	});

	test.runIf(isPresent('certtool'))('of certtool is read, with the text that it writes around', () => {
		const folder = temporaryFolder();
		runIn(folder, 'certtool', '--generate-privkey', '--key-type', 'ecdsa', '--outfile', 'key.pem');
		const {items, notes} = takeIn(readFileSync(path.join(folder, 'key.pem')));
		expect(items.map(({kind}) => kind)).toEqual(['private-key']);
		expect(notes.map(({kind}) => kind)).toEqual(['text-around']);
	});
});
