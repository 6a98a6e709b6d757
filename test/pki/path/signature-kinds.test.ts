import {spawnSync} from 'node:child_process';
import {constants, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {explicit, integer, objectIdentifier, sequence} from '../../../src/pki/der/der-writer.ts';
import {authorityKeyIdentifier, keyIdentifierOf} from '../../../src/pki/issuing/extension-writer.ts';
import {validatePath} from '../../../src/rules/validate-path.ts';
import {
	caExtensions,
	certify,
	endEntityExtensions,
	type HierarchyKey,
	hierarchyKey,
	hierarchyTime,
	keyUsage,
} from '../../support/hierarchy.ts';
import {isPresent} from '../../support/judges.ts';
import type {Signing} from '../../support/test-keys.ts';

const hostKey = hierarchyKey();

function keyOf(privateKey: KeyObject): HierarchyKey {
	const spki = createPublicKey(privateKey).export({type: 'spki', format: 'der'});
	return {privateKey, spki, identifier: keyIdentifierOf(spki)};
}

/** What is said of a certificate by a root of this key, signed so. */
function judge(
	key: HierarchyKey,
	signing: Signing,
	differs: {
		readonly isBroken?: boolean;
		readonly host?: HierarchyKey;
		readonly extensions?: readonly Uint8Array[];
	} = {},
): string {
	const {isBroken = false, host = hostKey, extensions} = differs;
	const root = certify({
		subject: 'CN=Root,O=Example',
		issuer: 'CN=Root,O=Example',
		key,
		signer: key,
		signing,
		extensions: caExtensions(key, key),
	});
	const certificate = certify({
		subject: 'CN=host,O=Example',
		issuer: 'CN=Root,O=Example',
		key: host,
		signer: key,
		signing,
		isBroken,
		extensions: extensions ?? endEntityExtensions(host, key),
	});
	const {accepted, findings} = validatePath({certificate, intermediates: [], anchors: [root], at: hierarchyTime});
	return accepted ? 'accepted' : findings.map(({rule}) => rule).join();
}

const HASHES = {
	sha1: '1.3.14.3.2.26',
	sha224: '2.16.840.1.101.3.4.2.4',
	sha256: '2.16.840.1.101.3.4.2.1',
	sha384: '2.16.840.1.101.3.4.2.2',
	sha512: '2.16.840.1.101.3.4.2.3',
} as const;

function pss(hash: keyof typeof HASHES, mask: keyof typeof HASHES, saltLength: number): Uint8Array {
	const nothing = Uint8Array.of(5, 0);
	const algorithm = (name: keyof typeof HASHES) => sequence(objectIdentifier(HASHES[name]), nothing);
	return sequence(
		objectIdentifier('1.2.840.113549.1.1.10'),
		sequence(
			explicit(0, algorithm(hash)),
			explicit(1, sequence(objectIdentifier('1.2.840.113549.1.1.8'), algorithm(mask))),
			explicit(2, integer(saltLength)),
		),
	);
}

const rsa = keyOf(generateKeyPairSync('rsa', {modulusLength: 2048}).privateKey);

describe('RSASSA-PSS', () => {
	const byNode = (hash: keyof typeof HASHES, saltLength: number, key = rsa): Signing => ({
		identifier: pss(hash, hash, saltLength),
		sign: tbs => sign(hash, tbs, {key: key.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength}),
	});

	test.each([
		['sha224', 28],
		['sha256', 32],
		['sha256', 0],
		['sha256', 20],
		['sha384', 48],
		['sha512', 64],
		['sha512', 10],
	] as const)('with %s and a salt of %s bytes', (hash, salt) => {
		expect(judge(rsa, byNode(hash, salt))).toBe('accepted');
		expect(judge(rsa, byNode(hash, salt), {isBroken: true})).toBe('path-signature');
	});

	test('with another length of salt than it says is no signature', () => {
		expect(judge(rsa, {...byNode('sha256', 20), identifier: pss('sha256', 'sha256', 32)})).toBe('path-signature');
	});

	test('by a key that is limited to one hash, and with another hash', () => {
		const {privateKey} = generateKeyPairSync('rsa-pss', {
			modulusLength: 2048,
			hashAlgorithm: 'sha256',
			mgf1HashAlgorithm: 'sha256',
		});
		const limited = keyOf(privateKey);
		expect(judge(limited, byNode('sha256', 32, limited))).toBe('accepted');
		const free = keyOf(createPrivateKey(rsa.privateKey.export({type: 'pkcs8', format: 'pem'})));
		expect(judge(limited, byNode('sha512', 64, free))).toBe('path-signature');
	});

	test('over SHA-1 is refused', () => {
		expect(judge(rsa, byNode('sha1', 20))).toBe('path-signature-algorithm');
	});

	test.runIf(isPresent('openssl')).each([
		['sha256', 'sha512', 20],
		['sha384', 'sha256', 48],
	] as const)('with %s over a mask of %s', (hash, mask, salt) => {
		const mixed: Signing = {
			identifier: pss(hash, mask, salt),
			sign: tbs => signByOpenssl(rsa.privateKey, tbs, {hash, mask, salt}),
		};
		expect(judge(rsa, mixed)).toBe('accepted');
		expect(judge(rsa, mixed, {isBroken: true})).toBe('path-signature');
		expect(judge(rsa, {...mixed, identifier: pss(hash, hash, salt)})).toBe('path-signature');
	});
});

function signByOpenssl(key: KeyObject, tbs: Uint8Array, how: {hash: string; mask: string; salt: number}): Uint8Array {
	const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-pss-'));
	try {
		writeFileSync(path.join(folder, 'key.pem'), key.export({type: 'pkcs8', format: 'pem'}), {mode: 0o600});
		writeFileSync(path.join(folder, 'tbs'), tbs);
		const options = [`rsa_padding_mode:pss`, `rsa_mgf1_md:${how.mask}`, `rsa_pss_saltlen:${how.salt}`];
		const words = ['dgst', `-${how.hash}`, '-sign', 'key.pem', ...options.flatMap(option => ['-sigopt', option])];
		expect(spawnSync('openssl', [...words, '-out', 'signature', 'tbs'], {cwd: folder}).status).toBe(0);
		return readFileSync(path.join(folder, 'signature'));
	} finally {
		rmSync(folder, {recursive: true});
	}
}

describe('keys that sign the message itself', () => {
	test.each([
		['ed25519', '1.3.101.112'],
		['ed448', '1.3.101.113'],
	] as const)('%s', (kind, oid) => {
		const {privateKey} = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');
		const key = keyOf(privateKey);
		const signing = {
			identifier: sequence(objectIdentifier(oid)),
			sign: (tbs: Uint8Array) => sign(null, tbs, privateKey),
		};
		expect(judge(key, signing)).toBe('accepted');
		expect(judge(key, signing, {isBroken: true})).toBe('path-signature');
		const extensions = [keyUsage(['digitalSignature', 'keyAgreement']), authorityKeyIdentifier(key.identifier)];
		expect(judge(key, signing, {host: key, extensions})).toBe('path-conforming');
	});

	const arcs = {'ml-dsa-44': 17, 'ml-dsa-65': 18, 'ml-dsa-87': 19} as const;
	test.each(Object.entries(arcs))('%s, where this Node can', (kind, arc) => {
		const privateKey = makeMlDsa(kind);
		if (!privateKey) {
			process.stderr.write(`Node ${process.version} cannot make ${kind}: that it is verified is not tested here.\n`);
			return;
		}

		const key = keyOf(privateKey);
		const identifier = sequence(objectIdentifier(`2.16.840.1.101.3.4.3.${arc}`));
		const signing = {identifier, sign: (tbs: Uint8Array) => sign(null, tbs, privateKey)};
		expect(judge(key, signing)).toBe('accepted');
		expect(judge(key, signing, {isBroken: true})).toBe('path-signature');
		const extensions = [keyUsage(['digitalSignature', 'keyEncipherment']), authorityKeyIdentifier(key.identifier)];
		expect(judge(key, signing, {host: key, extensions})).toBe('path-conforming');
	});
});

/** Node has ML-DSA from 24.6 on; its types for this version do not know it. */
function makeMlDsa(kind: string): KeyObject | undefined {
	try {
		const made: unknown = Reflect.apply(generateKeyPairSync, undefined, [kind]);
		return typeof made === 'object' && made !== null && 'privateKey' in made && isKeyObject(made.privateKey)
			? made.privateKey
			: undefined;
	} catch {
		return undefined;
	}
}

function isKeyObject(value: unknown): value is KeyObject {
	return typeof value === 'object' && value !== null && 'asymmetricKeyType' in value;
}
