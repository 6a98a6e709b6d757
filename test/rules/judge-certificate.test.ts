import * as fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {Certificate} from '../../src/pki/certificate/certificate.ts';
import {certificateRules, judgeCertificate} from '../../src/rules/judge-certificate.ts';
import {runRule} from '../../src/rules/run.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';
import * as der from '../support/der.ts';
import {lookAtEverything} from '../support/look-at-everything.ts';

const ROLES = ['anchor', 'issuer', 'end-entity'] as const;

/** Reads the bytes, asks for everything and judges; whatever throws or breaks fails the test. Returns whether it was read. */
function survives(bytes: Uint8Array): boolean {
	const read = Certificate.read(bytes);
	if (!read.ok) {
		if (!(read.problem.offset >= 0 && read.problem.offset <= bytes.length)) {
			throw new Error(`the place ${read.problem.offset} lies outside ${bytes.length} bytes`);
		}

		return false;
	}

	lookAtEverything(read.value);
	for (const role of ROLES) {
		const subject = {certificate: read.value, role, at: testTime};
		const broken = certificateRules.map(rule => runRule(rule, subject)).filter(({status}) => status === 'broken');
		if (broken.length > 0) {
			throw new Error(JSON.stringify(broken));
		}
	}

	return true;
}

const subjects = new Map<string, Uint8Array>();

beforeAll(async () => {
	const {root, endEntity} = await pki();
	subjects.set('an anchor', root.der);
	subjects.set('an end-entity certificate', endEntity.der);
	subjects.set('an RSA certificate', (await issueForTest({algorithm: 'rsa2048', signedBy: 'itself'})).der);
	subjects.set('a certificate with many kinds of names', (await manyNames()).der);
});

async function manyNames() {
	return issueForTest({
		subject: 'CN=host,OU=a,OU=b,C=DE,1.2.3.4=x',
		subjectAlternativeName: [
			{dns: '*.example.com'},
			{uri: 'spiffe://example.com/a'},
			{email: 'a@example.com'},
			{ip: '192.0.2.1'},
			{directory: 'CN=host,O=Example'},
		],
		moreExtensions: [der.extension('1.2.3.4', true, der.nil())],
		authorityKeyIdentifier: der.sequence(
			der.tlv(0x80, Uint8Array.of(1, 2)),
			der.tlv(0xa1, der.tlv(0xa4, der.sequence())),
			der.tlv(0x82, Uint8Array.of(9)),
		),
	});
}

describe.each([
	'an anchor',
	'an end-entity certificate',
	'an RSA certificate',
	'a certificate with many kinds of names',
])('%s', name => {
	const subject = () => subjects.get(name) ?? new Uint8Array();

	test('with any one byte changed in any of nine ways crashes nothing', () => {
		const [good, changed] = [subject(), Uint8Array.from(subject())];
		let countRead = 0;
		for (const [index, octet] of good.entries()) {
			for (const flip of [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff]) {
				changed[index] = octet ^ flip;
				countRead += survives(changed) ? 1 : 0;
			}

			changed[index] = octet;
		}

		expect(survives(good)).toBe(true);
		expect(countRead).toBeGreaterThan(good.length);
	});

	test('cut anywhere is no certificate', () => {
		const good = subject();
		for (let length = 0; length < good.length; length += 1) {
			expect(survives(good.subarray(0, length))).toBe(false);
		}
	});

	test('with any one byte missing or doubled crashes nothing', () => {
		const good = subject();
		for (let index = 0; index < good.length; index += 1) {
			survives(Buffer.concat([good.subarray(0, index), good.subarray(index + 1)]));
			survives(Buffer.concat([good.subarray(0, index + 1), good.subarray(index)]));
		}
	});

	test('with many bytes changed crashes nothing', () => {
		const good = subject();
		const edits = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), {minLength: 2, maxLength: 12});
		void fc.assert(
			fc.property(edits, changes => {
				const changed = Uint8Array.from(good);
				for (const [index, octet] of changes) {
					changed[index] = octet;
				}

				survives(changed);
			}),
			{numRuns: 1000},
		);
	});
});

test('random bytes crash nothing', () => {
	void fc.assert(
		fc.property(fc.uint8Array({maxLength: 600}), bytes => {
			survives(bytes);
		}),
		{numRuns: 2000},
	);
});

/** The bytes of a certificate whose parts may be replaced; never signed. */
function unsigned(parts: {name?: Uint8Array; serial?: Uint8Array; extensions?: readonly Uint8Array[]}): Uint8Array {
	const name = parts.name ?? der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8String('a'))));
	const algorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));
	const validity = der.sequence(der.utcTime('260101000000Z'), der.utcTime('360101000000Z'));
	const spki = der.sequence(der.sequence(der.oid('1.3.101.112')), der.bitString(0, new Uint8Array(32)));
	const extensions = der.tlv(0xa3, der.sequence(...(parts.extensions ?? [])));
	const serial = parts.serial ?? der.integer(1);
	const tbs = der.sequence(der.tlv(0xa0, der.integer(2)), serial, algorithm, name, validity, name, spki, extensions);
	return der.sequence(tbs, algorithm, der.bitString(0, Uint8Array.of(1)));
}

describe('a certificate made to be costly', () => {
	const attribute = der.set(der.sequence(der.oid('2.5.4.3'), der.utf8String('*')));
	const repeat = (count: number, bytes: Uint8Array) => Array.from({length: count}, () => bytes);

	test.each([
		['twenty thousand common names', () => unsigned({name: der.sequence(...repeat(20_000, attribute))})],
		[
			'thirty thousand attributes in one part',
			() => {
				const pair = der.sequence(der.oid('2.5.4.3'), der.utf8String('*'));
				return unsigned({name: der.sequence(der.set(...repeat(30_000, pair)))});
			},
		],
		[
			'forty thousand extensions that are all the same',
			() => unsigned({extensions: repeat(40_000, der.extension('2.5.29.15', true, der.nil()))}),
		],
		[
			'forty thousand critical extensions that are all different',
			() =>
				unsigned({
					extensions: Array.from({length: 40_000}, (_, index) => der.extension(`1.2.${index}`, true, der.nil())),
				}),
		],
		[
			'fifty thousand alternative names',
			() =>
				unsigned({
					extensions: [
						der.extension('2.5.29.17', true, der.sequence(...repeat(50_000, der.tlv(0x82, Buffer.from('*.a'))))),
					],
				}),
		],
		[
			'an identifier of a hundred thousand parts',
			() =>
				unsigned({
					extensions: [der.sequence(der.tlv(0x06, new Uint8Array(100_000).fill(1)), der.octetString(der.nil()))],
				}),
		],
		[
			'a serial number of four thousand bytes',
			() => unsigned({serial: der.integer(...new Uint8Array(4000).fill(0x71))}),
		],
	])('by %s is judged all the same', (_how, make) => {
		expect(survives(make())).toBe(true);
	});
});

test('findings come worst first', async () => {
	const subject = await issueForTest({keyUsage: 'absent', subject: 'O=Example', serial: Uint8Array.of(1)});
	const severities = judgeCertificate(subject).map(({severity}) => severity);
	expect(severities).toEqual(['error', 'warning', 'notice']);
});
