import {generateKeyPairSync, type KeyObject} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {readSubjectPublicKey, type SubjectPublicKey} from '../../../src/pki/certificate/public-key.ts';
import {attemptDer, readDer} from '../../../src/pki/der/der.ts';
import * as der from '../../support/der.ts';

function read(bytes: Uint8Array): SubjectPublicKey {
	const element = readDer(bytes);
	const key = element.ok ? attemptDer(() => readSubjectPublicKey(element.value, () => {})) : element;
	if (!key.ok) {
		throw new Error(key.problem.message);
	}

	return key.value;
}

function spki({publicKey}: {publicKey: KeyObject}): Uint8Array {
	return new Uint8Array(publicKey.export({type: 'spki', format: 'der'}));
}

describe('a public key', () => {
	test.each([1024, 1025, 2048])('RSA of %i bits', bits => {
		const key = read(spki(generateKeyPairSync('rsa', {modulusLength: bits})));
		expect(key).toMatchObject({kind: 'rsa', rsa: {modulusBits: bits, exponent: 65_537n}});
		expect([key.ec, key.problem]).toEqual([undefined, undefined]);
	});

	test('RSASSA-PSS', () => {
		const key = read(spki(generateKeyPairSync('rsa-pss', {modulusLength: 1024})));
		expect(key).toMatchObject({kind: 'rsa-pss', rsa: {modulusBits: 1024}});
	});

	test.each([
		['P-256', 'p256'],
		['P-384', 'p384'],
		['P-521', 'p521'],
		['secp224r1', 'p224'],
		['secp256k1', 'secp256k1'],
		['brainpoolP256r1', 'brainpoolP256r1'],
	])('EC on %s', (namedCurve, curve) => {
		const key = read(spki(generateKeyPairSync('ec', {namedCurve})));
		expect(key).toMatchObject({kind: 'ec', ec: {curve, hasExplicitParameters: false}});
		expect([key.rsa, key.problem]).toEqual([undefined, undefined]);
	});

	test('EC with explicit parameters', () => {
		const key = read(spki(generateKeyPairSync('ec', {namedCurve: 'P-256', paramEncoding: 'explicit'})));
		expect(key.ec).toEqual({hasExplicitParameters: true});
		expect(key.problem).toBeUndefined();
	});

	test('Edwards curves', () => {
		expect(read(spki(generateKeyPairSync('ed25519'))).kind).toBe('ed25519');
		expect(read(spki(generateKeyPairSync('ed448'))).kind).toBe('ed448');
	});

	test('becomes an object of Node, the same key', () => {
		const pair = generateKeyPairSync('ec', {namedCurve: 'P-256'});
		const object = read(spki(pair)).toKeyObject();
		expect(object.ok && object.value.equals(pair.publicKey)).toBe(true);
	});

	test('that Node cannot use says so', () => {
		const key = read(der.sequence(der.sequence(der.oid('1.2.3.4')), der.bitString(0, Uint8Array.of(1))));
		expect(key.kind).toBe('unknown');
		expect(key.toKeyObject().ok).toBe(false);
	});
});

describe('an RSA key', () => {
	const rsa = (...numbers: readonly Uint8Array[]) =>
		read(
			der.sequence(
				der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nil()),
				der.bitString(0, der.sequence(...numbers)),
			),
		);

	test('of zero has no bits', () => {
		expect(rsa(der.integer(0), der.integer(3)).rsa).toMatchObject({modulusBits: 0, exponent: 3n});
	});

	test.each([
		['no exponent', [der.integer(1)]],
		['a third number', [der.integer(1), der.integer(3), der.integer(5)]],
		['a negative exponent', [der.integer(1), der.integer(0xff)]],
		['an endless exponent', [der.integer(1), der.integer(...new Uint8Array(5000).fill(1))]],
	])('with %s cannot be read, and says where', (_what, numbers) => {
		const key = rsa(...numbers);
		expect(key.rsa).toBeUndefined();
		expect(key.problem?.message).toMatch(/at byte \d+$/);
	});
});

test.each([
	['no sequence', der.nil()],
	['no algorithm', der.sequence()],
	['no bits', der.sequence(der.sequence(der.oid('1.3.101.112')))],
	[
		'something behind',
		der.sequence(der.sequence(der.oid('1.3.101.112')), der.bitString(0, Uint8Array.of(1)), der.nil()),
	],
	[
		'an algorithm with three parts',
		der.sequence(der.sequence(der.oid('1.2.3'), der.nil(), der.nil()), der.bitString(0, new Uint8Array())),
	],
])('%s is no public key', (_what, bytes) => {
	expect(() => read(bytes)).toThrow(/at byte \d+$/);
});
