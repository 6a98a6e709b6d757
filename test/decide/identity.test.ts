import {describe, expect, test} from 'vitest';
import {
	DEFAULT_MAPPINGS,
	principalTagsOf,
	sessionNameOf,
	sourceIdentityOf,
	sourceIdentityProblem,
} from '../../src/decide/identity.ts';
import {type DiffersBy, issueForTest} from '../support/certificates.ts';

async function certificateWhere(differsBy: DiffersBy) {
	return (await issueForTest(differsBy)).certificate;
}

const none = {issuer: [], subject: [], san: []};

describe('the source identity', () => {
	test.each([
		['CN=server1,O=Example', 'CN=server1'],
		['CN=TEST CLIENT', 'CN=TEST CLIENT'],
		[`CN=${'a'.repeat(61)}`, `CN=${'a'.repeat(61)}`],
		[`CN=${'a'.repeat(62)}`, 'a'.repeat(62)],
		[`CN=${'a'.repeat(64)}`, 'a'.repeat(64)],
		['CN=second,CN=first', 'CN=first'],
	])('of %s is %s', async (subject, sourceIdentity) => {
		expect(sourceIdentityOf(await certificateWhere({subject}))).toBe(sourceIdentity);
	});

	test('is the serial number without a common name', async () => {
		const certificate = await certificateWhere({subject: 'O=Example', serial: Uint8Array.of(0x01, 0x23)});

		expect(sourceIdentityOf(certificate)).toBe('ID=0123');
	});

	test.each(['CN=server1', 'CN=TEST CLIENT', 'CN=a:b/c', 'ID=0123', 'CN=Müller', 'CN=a,b', 'a'.repeat(64)])(
		'may be %j',
		sourceIdentity => {
			expect(sourceIdentityProblem(sourceIdentity)).toBeUndefined();
		},
	);

	test.each(['CN=John (E1)', 'CN=a&b', 'CN=*.example.com', "CN=d'Or", 'CN=#1', 'a'.repeat(65)])(
		'must not be %j',
		sourceIdentity => {
			expect(sourceIdentityProblem(sourceIdentity)).toBeDefined();
		},
	);
});

describe('the session name', () => {
	test.each([
		[[0x10, 0x00], '1000'],
		[[0x00, 0xcc, 0xc3, 0xa2], '00ccc3a2'],
		[[0x01], '01'],
	])('of serial number %j is %s', async (serial, name) => {
		expect(sessionNameOf(await certificateWhere({serial: Uint8Array.from(serial)}))).toBe(name);
	});
});

describe('principal tags', () => {
	test('come from subject, issuer and alternative names by default', async () => {
		const certificate = await certificateWhere({
			subject: 'CN=host,OU=Engineering,OU=Security,UID=7,O=Example,C=US',
			issuer: 'CN=Issuer,O=Example',
			subjectAlternativeName: [
				{email: 'a@example.com'},
				{dns: 'first.example.com'},
				{dns: 'second.example.com'},
				{uri: 'spiffe://example.com/a'},
				{uri: 'spiffe://example.com/b'},
				{ip: '192.0.2.1'},
				{directory: 'CN=name,O=Example'},
				{directory: 'CN=other'},
			],
		});

		expect(principalTagsOf(certificate, DEFAULT_MAPPINGS)).toEqual({
			tags: {
				'x509Subject/CN': 'host',
				'x509Subject/OU': 'Security/Engineering',
				'x509Subject/UID': '7',
				'x509Subject/O': 'Example',
				'x509Subject/C': 'US',
				'x509Issuer/CN': 'Issuer',
				'x509Issuer/O': 'Example',
				'x509SAN/DNS': 'first.example.com',
				'x509SAN/URI': 'spiffe://example.com/a',
				'x509SAN/Name/CN': 'name',
				'x509SAN/Name/O': 'Example',
			},
			unmapped: none,
		});
	});

	test.each([
		['no mapping', [], {}],
		['one attribute', [['x509Subject', ['CN']]], {'x509Subject/CN': 'host'}],
		['an attribute by its OID', [['x509Subject', ['2.5.4.3']]], {'x509Subject/CN': 'host'}],
		['an attribute that is not there', [['x509Subject', ['L']]], {}],
		[
			'several of one field',
			[
				['x509Subject', ['CN']],
				['x509Subject', ['O']],
			],
			{'x509Subject/CN': 'host', 'x509Subject/O': 'Example'},
		],
		['the DNS name alone', [['x509SAN', ['DNS']]], {'x509SAN/DNS': 'a.example.com'}],
		['Name', [['x509SAN', ['Name']]], {'x509SAN/Name/CN': 'n', 'x509SAN/Name/O': 'm'}],
		['Name/', [['x509SAN', ['Name/']]], {'x509SAN/Name/CN': 'n', 'x509SAN/Name/O': 'm'}],
		['Name/CN', [['x509SAN', ['Name/CN']]], {'x509SAN/Name/CN': 'n'}],
		['a wildcard where none is defined', [['x509SAN', ['*']]], {}],
	] as const)('follow %s', async (_case, mappings, tags) => {
		const certificate = await certificateWhere({
			subject: 'CN=host,O=Example',
			subjectAlternativeName: [{dns: 'a.example.com'}, {directory: 'CN=n,O=m'}],
		});
		const attributeMappings = mappings.map(([certificateField, specifiers]) => ({certificateField, specifiers}));

		expect(principalTagsOf(certificate, attributeMappings)).toEqual({tags, unmapped: none});
	});

	test('leave out what STS does not take and name it', async () => {
		const certificate = await certificateWhere({
			subject: `CN=John (E1),O=${'a'.repeat(129)},O=${'b'.repeat(129)},L=Here`,
			issuer: 'CN=A & B,O=Example',
			subjectAlternativeName: [{dns: '*.example.com'}, {dns: 'host.example.com'}],
		});

		expect(principalTagsOf(certificate, DEFAULT_MAPPINGS)).toEqual({
			tags: {'x509Subject/L': 'Here', 'x509Issuer/O': 'Example'},
			unmapped: {issuer: ['CN'], subject: expect.arrayContaining(['CN', 'O']), san: ['DNS']},
		});
	});

	test('do not report what no mapping asks for', async () => {
		const certificate = await certificateWhere({subject: 'CN=John (E1),O=Example'});
		const mappings = [{certificateField: 'x509Subject', specifiers: ['O']}] as const;

		expect(principalTagsOf(certificate, mappings)).toEqual({tags: {'x509Subject/O': 'Example'}, unmapped: none});
	});

	test('come from the other fields when the alternative names cannot be read', async () => {
		const certificate = await certificateWhere({
			subject: 'CN=host',
			issuer: 'CN=i',
			subjectAlternativeName: Uint8Array.of(5, 0),
		});

		expect(principalTagsOf(certificate, DEFAULT_MAPPINGS).tags).toEqual({
			'x509Subject/CN': 'host',
			'x509Issuer/CN': 'i',
		});
	});
});
