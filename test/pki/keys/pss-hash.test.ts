import {expect, test} from 'vitest';
import {readAlgorithmIdentifier} from '../../../src/pki/certificate/algorithm-identifier.ts';
import {readDer} from '../../../src/pki/der/der.ts';
import {pssHashOid} from '../../../src/pki/keys/pss-hash.ts';
import * as der from '../../support/der.ts';

function hashOf(...parameters: readonly Uint8Array[]): string | undefined {
	const element = readDer(der.sequence(der.oid('1.2.840.113549.1.1.10'), ...parameters));
	return element.ok ? pssHashOid(readAlgorithmIdentifier(element.value, 'It')) : 'unread';
}

test.each([
	['none', [], '1.3.14.3.2.26'],
	['empty ones', [der.sequence()], '1.3.14.3.2.26'],
	['a salt length alone', [der.sequence(der.tlv(0xa2, der.integer(20)))], '1.3.14.3.2.26'],
	[
		'SHA-256',
		[der.sequence(der.tlv(0xa0, der.sequence(der.oid('2.16.840.1.101.3.4.2.1'), der.nil())))],
		'2.16.840.1.101.3.4.2.1',
	],
	['none that can be read', [der.nil()], undefined],
	['a hash that is none', [der.sequence(der.tlv(0xa0, der.integer(1)))], undefined],
])('parameters: %s', (_what, parameters, oid) => {
	expect(hashOf(...parameters)).toBe(oid);
});
