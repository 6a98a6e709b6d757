import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readOnlyElement} from '../../../src/pki/der/der.ts';
import {sequence} from '../../../src/pki/der/der-writer.ts';
import {type AlternativeNames, encodeAlternativeNames} from '../../../src/pki/names/alternative-names.ts';
import {readGeneralNames} from '../../../src/pki/names/names.ts';

function refuse(): never {
	throw new Error('the reader found fault with what was written');
}

function readBack(names: AlternativeNames) {
	return readGeneralNames(readOnlyElement(sequence(...encodeAlternativeNames(names))), 'The names', refuse).map(
		name => [name.kind, name.kind === 'other' || name.kind === 'directoryName' ? '' : name.value],
	);
}

describe('alternative names', () => {
	test('are written DNS first, then URIs, addresses and mail addresses', () => {
		expect(
			readBack({
				email: ['operator@example.com'],
				ip: ['192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1', '::'],
				uri: ['spiffe://example.com/build/host-1'],
				dns: ['host.example.com', '*.example.com', '_service.example.com'],
			}),
		).toEqual([
			['dns', 'host.example.com'],
			['dns', '*.example.com'],
			['dns', '_service.example.com'],
			['uri', 'spiffe://example.com/build/host-1'],
			['ip', '192.0.2.1'],
			['ip', '2001:db8::1'],
			['ip', '::ffff:c000:201'],
			['ip', '::'],
			['email', 'operator@example.com'],
		]);
	});

	test.each<[keyof AlternativeNames, string]>([
		['dns', ''],
		['dns', 'host..example.com'],
		['dns', '-host.example.com'],
		['dns', 'host name'],
		['dns', 'hôte.example.com'],
		['dns', 'a.*.example.com'],
		['dns', 'host.example.com.'],
		['dns', `${'a'.repeat(64)}.example.com`],
		['dns', 'a.'.repeat(127)],
		['dns', 'host\u0000.example.com'],
		['uri', 'example.com'],
		['uri', '/relative'],
		['uri', 'https://exämple.com'],
		['uri', 'https://example.com/a b'],
		['uri', 'https://example.com/%zz'],
		['uri', 'https://[::1'],
		['ip', '192.0.2.256'],
		['ip', '192.0.2.0/24'],
		['ip', 'fe80::1%eth0'],
		['ip', 'host'],
		['email', 'operator'],
		['email', '@example.com'],
		['email', 'a..b@example.com'],
		['email', 'Operator <operator@example.com>'],
		['email', 'jürgen@example.com'],
	])('of kind %s cannot be %j', (kind, name) => {
		expect(() => encodeAlternativeNames({[kind]: [name]})).toThrow(
			expect.objectContaining({code: 'ALTERNATIVE_NAME_INVALID'}),
		);
	});

	test('of any host, address or mail address come back as they were', () => {
		fc.assert(
			fc.property(fc.domain(), fc.ipV4(), fc.webUrl({withFragments: true}), (dns, ip, uri) => {
				expect(readBack({dns: [dns], ip: [ip], uri: [uri]})).toEqual([
					['dns', dns],
					['uri', uri],
					['ip', ip],
				]);
			}),
		);
	});

	test('of any IPv6 address hold its 16 octets', () => {
		fc.assert(
			fc.property(fc.ipV6(), address => {
				const [[kind, text] = []] = readBack({ip: [address]});
				expect(kind).toBe('ip');
				expect(new URL(`http://[${text}]`).hostname).toBe(new URL(`http://[${address}]`).hostname);
			}),
		);
	});
});
