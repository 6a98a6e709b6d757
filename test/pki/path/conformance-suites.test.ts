import {describe, expect, test} from 'vitest';
import {
	element,
	ia5String,
	implicit,
	objectIdentifier,
	printableString,
	sequence,
	setOf,
	utf8String,
} from '../../../src/pki/der/der-writer.ts';
import {attributeOid} from '../../../src/pki/der/oids.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	keyUsage,
	subjectKeyIdentifier,
} from '../../../src/pki/issuing/extension-writer.ts';
import {type ValidatePathInput, validatePath} from '../../../src/rules/validate-path.ts';
import {
	type CrlFields,
	certify,
	distributionPoints,
	extension,
	general,
	type HierarchyFields,
	type HierarchyKey,
	hierarchyKey,
	hierarchyTime,
	issuingDistributionPoint,
	type ListedCertificate,
	listRevoked,
} from '../../support/hierarchy.ts';

/*
 * The cases of NIST's path validation suite (PKITS) whose demands no other test here has, by their section numbers and with
 * certificates of our own.
 */
const [rootKey, caKey, newKey, listKey, hostKey] = [
	hierarchyKey(),
	hierarchyKey(),
	hierarchyKey(),
	hierarchyKey(),
	hierarchyKey(),
];
const ROOT = 'CN=Trust Anchor,O=Test';
const CA = 'CN=Good CA,O=Test';
const policy = '1.3.6.1.4.1.55555.1';

interface Made extends Partial<HierarchyFields> {
	readonly more?: readonly Uint8Array[];
	readonly usages?: readonly ('keyCertSign' | 'cRLSign')[];
}

function caOf(subject: string | Uint8Array, key: HierarchyKey, signer: HierarchyKey, made: Made = {}): Uint8Array {
	const {more = [], usages = ['keyCertSign', 'cRLSign'], ...fields} = made;
	return certify({
		subject,
		issuer: ROOT,
		key,
		signer,
		serial: 10,
		extensions: [
			basicConstraints({isCa: true}),
			keyUsage(usages),
			subjectKeyIdentifier(key.identifier),
			authorityKeyIdentifier(signer.identifier),
			...more,
		],
		...fields,
	});
}

function eeOf(issuer: string | Uint8Array, signer: HierarchyKey, {more = [], ...fields}: Made = {}): Uint8Array {
	return certify({
		subject: 'CN=End entity,O=Test',
		issuer,
		key: hostKey,
		signer,
		serial: 1,
		extensions: [
			keyUsage(['digitalSignature', 'nonRepudiation', 'keyEncipherment']),
			subjectKeyIdentifier(hostKey.identifier),
			authorityKeyIdentifier(signer.identifier),
			...more,
		],
		...fields,
	});
}

const root = caOf(ROOT, rootKey, rootKey, {serial: 1});
const goodCa = caOf(CA, caKey, rootKey);
const lists = (issuer: string | Uint8Array, signer: HierarchyKey, fields: Partial<CrlFields> = {}) =>
	listRevoked({issuer, signer, ...fields});
const rootList = (fields: Partial<CrlFields> = {}) => lists(ROOT, rootKey, fields);
const caList = (fields: Partial<CrlFields> = {}) => lists(CA, caKey, fields);

/** As the suite is run: revocation is required of every certificate. */
function verdict(certificate: Uint8Array, differs: Partial<ValidatePathInput> = {}): string {
	const {accepted, findings} = validatePath({
		certificate,
		intermediates: [goodCa],
		anchors: [root],
		crls: [rootList(), caList()],
		at: hierarchyTime,
		revocation: 'required',
		...differs,
	});
	return accepted ? 'valid' : (findings[0]?.rule ?? 'invalid');
}

const rdn = (type: string, value: Uint8Array) => setOf(sequence(objectIdentifier(attributeOid(type) ?? type), value));
const named = (...rdns: readonly Uint8Array[]) => sequence(...rdns);
const under = (name: string | Uint8Array, issuer: string | Uint8Array = name, more: Made = {}) => ({
	certificate: eeOf(issuer, caKey, more),
	differs: {intermediates: [caOf(name, caKey, rootKey)], crls: [rootList(), lists(name, caKey)]},
});
const generalizedTime = (text: string) => element(0x18, Buffer.from(text, 'latin1'));
const utcTime = (text: string) => element(0x17, Buffer.from(text, 'latin1'));

describe('PKITS 4.2: dates', () => {
	test.each<[string, readonly Uint8Array[], string]>([
		['4.2.3: a year before 2000 in two digits', [utcTime('500101120100Z'), utcTime('300101000000Z')], 'valid'],
		['4.2.4: GeneralizedTime before 2050', [generalizedTime('20020101120100Z'), utcTime('300101000000Z')], 'valid'],
		['4.2.7: an end before 2000', [utcTime('980101120100Z'), utcTime('990101120100Z')], 'path-end-entity-validity'],
		['4.2.8: an end after 2049', [utcTime('200101120100Z'), generalizedTime('20500101120100Z')], 'valid'],
	])('%s', (_title, validity, expected) => {
		expect(verdict(eeOf(CA, caKey, {validity}))).toBe(expected);
	});
});

describe('PKITS 4.3: names that chain', () => {
	const text = (value: string) => named(rdn('O', printableString('Test')), rdn('CN', printableString(value)));
	const utf8 = (value: string) => named(rdn('O', utf8String('Test')), rdn('CN', utf8String(value)));
	const mandatory = named(
		rdn('DC', ia5String('example')),
		rdn('C', printableString('US')),
		rdn('O', printableString('Test')),
		rdn('OU', printableString('Unit')),
		rdn('dnQualifier', printableString('CA')),
		rdn('ST', printableString('Maryland')),
		rdn('serialNumber', printableString('345')),
	);
	const optional = named(
		rdn('L', printableString('Gaithersburg')),
		rdn('givenName', printableString('John')),
		rdn('initials', printableString('Q')),
		rdn('pseudonym', printableString('Fictitious')),
		rdn('generationQualifier', printableString('III')),
		rdn('SN', printableString('Public')),
		rdn('title', printableString('M.D.')),
	);

	test.each<[string, ReturnType<typeof under>, string]>([
		['4.3.1: another name', under(CA, 'CN=Good CA Root,O=Test'), 'path-issuer-present'],
		['4.3.2: parts in another order', under(CA, 'O=Test,CN=Good CA'), 'path-issuer-present'],
		['4.3.3 and 4.3.4: other spaces', under(text('Good CA'), text('  Good   CA ')), 'valid'],
		['4.3.5: other letters', under(text('Good CA'), text('GOOD ca')), 'valid'],
		['4.3.7: the attributes that everybody must know', under(mandatory), 'valid'],
		['4.3.8: the attributes that everybody should know', under(optional), 'valid'],
		['4.3.9: UTF8String', under(utf8('Gödel CA')), 'valid'],
		['4.3.10: PrintableString in one, UTF8String in the other', under(utf8('Good CA'), text('Good CA')), 'valid'],
		['4.3.11: UTF8String in other letters and spaces', under(utf8('Good CA'), utf8('  good  CA')), 'valid'],
	])('%s', (_title, {certificate, differs}, expected) => {
		expect(verdict(certificate, differs)).toBe(expected);
	});

	test('4.3.6: unique identifiers are there, and not compared', () => {
		const issuerId = implicit(1, Uint8Array.of(0, 0xaa));
		const subjectId = implicit(2, Uint8Array.of(0, 0xbb));
		const ca = caOf(CA, caKey, rootKey, {uniqueIdentifiers: [subjectId]});
		expect(verdict(eeOf(CA, caKey, {uniqueIdentifiers: [issuerId]}), {intermediates: [ca]})).toBe('valid');
	});
});

describe('PKITS 4.4: lists', () => {
	const unknown = (isCritical: boolean) => extension('1.3.6.1.4.1.55555.9', isCritical, Uint8Array.of(5, 0));
	const UNKNOWN = 'path-revocation-known';
	test.each<[string, readonly Uint8Array[], string]>([
		['4.4.1: no list', [rootList()], UNKNOWN],
		['4.4.2: a revoked CA', [rootList({revoked: [{serial: 10}]}), caList()], 'path-revoked'],
		['4.4.3: a revoked end entity', [rootList(), caList({revoked: [{serial: 1}]})], 'path-revoked'],
		['4.4.4: a broken list', [rootList(), caList({isBroken: true})], UNKNOWN],
		['4.4.5: a list by another name', [rootList(), lists('CN=Bad,O=Test', caKey)], UNKNOWN],
		[
			'4.4.7: two lists, one by another key',
			[rootList(), caList(), lists(CA, newKey, {revoked: [{serial: 1}]})],
			'valid',
		],
		[
			'4.4.8: an unknown critical extension of an entry',
			[rootList(), caList({revoked: [{serial: 9, extensions: [unknown(true)]}]})],
			UNKNOWN,
		],
		['4.4.10: an unknown critical extension', [rootList(), caList({extensions: [unknown(true)]})], UNKNOWN],
		['4.4.11: a list of the past', [rootList(), caList({nextUpdate: new Date('2026-05-30T00:00:00Z')})], UNKNOWN],
		[
			'4.4.12: a list of the last century',
			[
				rootList(),
				caList({thisUpdate: new Date('1998-01-01T00:00:00Z'), nextUpdate: new Date('1999-01-01T00:00:00Z')}),
			],
			UNKNOWN,
		],
		['4.4.13: a list until after 2049', [rootList(), caList({nextUpdate: new Date('2050-01-01T00:00:00Z')})], 'valid'],
		[
			'4.4.14: a list with a negative number',
			[rootList(), caList({revoked: [{serial: Uint8Array.of(0xff)}]})],
			'valid',
		],
	])('%s', (_title, crls, expected) => {
		expect(verdict(eeOf(CA, caKey), {crls})).toBe(expected);
	});

	test('4.4.14 and 4.4.15: 255 is not -1', () => {
		const crls = [rootList(), caList({revoked: [{serial: Uint8Array.of(0xff)}]})];
		expect(verdict(eeOf(CA, caKey, {serial: Uint8Array.of(0, 0xff)}), {crls})).toBe('valid');
		expect(verdict(eeOf(CA, caKey, {serial: Uint8Array.of(0xff)}), {crls})).not.toBe('valid');
	});

	test('4.4.16 to 4.4.18: numbers of 20 bytes', () => {
		const serial = Uint8Array.from({length: 20}, (_, index) => index + 1);
		const other = Uint8Array.from(serial).fill(9, 19);
		expect(verdict(eeOf(CA, caKey, {serial}), {crls: [rootList(), caList({revoked: [{serial: other}]})]})).toBe(
			'valid',
		);
		expect(verdict(eeOf(CA, caKey, {serial}), {crls: [rootList(), caList({revoked: [{serial}]})]})).toBe(
			'path-revoked',
		);
	});

	test('4.4.19 to 4.4.21: one key for certificates and another for lists', () => {
		const forCertificates = caOf(CA, caKey, rootKey, {usages: ['keyCertSign']});
		const forLists = caOf(CA, listKey, rootKey, {
			serial: 11,
			extensions: [
				keyUsage(['cRLSign']),
				subjectKeyIdentifier(listKey.identifier),
				authorityKeyIdentifier(rootKey.identifier),
			],
		});
		const ask = (own: Uint8Array, fields: Partial<CrlFields> = {}) =>
			verdict(eeOf(CA, caKey), {intermediates: [forCertificates, forLists], crls: [rootList(fields), own]});
		expect(ask(lists(CA, listKey))).toBe('valid');
		expect(ask(lists(CA, listKey, {revoked: [{serial: 1}]}))).toBe('path-revoked');
		expect(ask(lists(CA, listKey), {revoked: [{serial: 11}]})).toBe(UNKNOWN);
	});
});

describe('PKITS 4.5: self-issued certificates', () => {
	const newCa = caOf(CA, newKey, rootKey, {serial: 12});
	const oldWithNew = caOf(CA, caKey, newKey, {serial: 13, issuer: CA});
	const newWithOld = caOf(CA, newKey, caKey, {serial: 14, issuer: CA});

	test('4.5.1 and 4.5.2: the old key vouched for by the new one', () => {
		const ask = (revoked: CrlFields['revoked'] = []) =>
			verdict(eeOf(CA, caKey), {intermediates: [newCa, oldWithNew], crls: [rootList(), lists(CA, newKey, {revoked})]});
		expect(ask()).toBe('valid');
		expect(ask([{serial: 1}])).toBe('path-revoked');
	});

	test('4.5.3 to 4.5.5: the new key vouched for by the old one', () => {
		const ask = (crls: readonly Uint8Array[]) =>
			verdict(eeOf(CA, newKey), {intermediates: [goodCa, newWithOld], crls: [rootList(), ...crls]});
		expect(ask([caList()])).toBe('valid');
		expect(ask([lists(CA, newKey)])).toBe('valid');
		expect(ask([caList({revoked: [{serial: 1}]})])).toBe('path-revoked');
	});

	test('4.5.6 to 4.5.8: a key for lists vouched for by the CA itself', () => {
		const forLists = certify({
			subject: CA,
			issuer: CA,
			key: listKey,
			signer: caKey,
			serial: 15,
			extensions: [
				keyUsage(['cRLSign']),
				subjectKeyIdentifier(listKey.identifier),
				authorityKeyIdentifier(caKey.identifier),
			],
		});
		const ask = (certificate: Uint8Array, fields: Partial<CrlFields> = {}) =>
			verdict(certificate, {intermediates: [goodCa, forLists], crls: [rootList(), lists(CA, listKey, fields)]});
		expect(ask(eeOf(CA, caKey))).toBe('valid');
		expect(ask(eeOf(CA, caKey), {revoked: [{serial: 1}]})).toBe('path-revoked');
		expect(ask(eeOf(CA, listKey))).not.toBe('valid');
	});
});

describe('PKITS 4.8: policies with qualifiers', () => {
	const withQualifier = (...qualifiers: readonly Uint8Array[]) =>
		extension('2.5.29.32', false, sequence(sequence(objectIdentifier(policy), sequence(...qualifiers))));
	const notice = (text: string) =>
		sequence(objectIdentifier('1.3.6.1.5.5.7.2.2'), sequence(element(0x1a, Buffer.from(text, 'latin1'))));

	test.each<[string, Uint8Array]>([
		['4.8.15: a notice', withQualifier(notice('q1'))],
		['4.8.19: a notice longer than it should be', withQualifier(notice('q'.repeat(300)))],
		[
			'4.8.20: a place',
			withQualifier(sequence(objectIdentifier('1.3.6.1.5.5.7.2.1'), ia5String('http://csrc.example.com/p'))),
		],
	])('%s', (_title, policies) => {
		const ca = caOf(CA, caKey, rootKey, {more: [policies]});
		const asked = {intermediates: [ca], policies: {initial: [policy], requireExplicit: true}};
		expect(verdict(eeOf(CA, caKey, {more: [policies]}), asked)).toBe('valid');
	});
});

describe('PKITS 4.14: distribution points', () => {
	const point = 'CN=CRL1 of CA,CN=Good CA,O=Test';
	const full = [general.directory(point)];
	const relativeName = element(0xa1, sequence(objectIdentifier('2.5.4.3'), printableString('CRL1 of CA')));
	const idp = (name: Uint8Array) => extension('2.5.29.28', true, sequence(element(0xa0, name)));
	const cdp = (...names: readonly Uint8Array[]) =>
		extension('2.5.29.31', false, sequence(...names.map(name => sequence(element(0xa0, name)))));
	const fullName = element(0xa0, ...full);
	const other = element(0xa0, general.directory('CN=CRLx of CA,CN=Good CA,O=Test'));
	const UNKNOWN = 'path-revocation-known';

	test.each<[string, Uint8Array, Uint8Array, string]>([
		['4.14.1: a full name in both', cdp(fullName), idp(fullName), 'valid'],
		['4.14.3: another name', cdp(other), idp(fullName), UNKNOWN],
		['4.14.4: a relative name in the certificate', cdp(relativeName), idp(fullName), 'valid'],
		['4.14.5: a relative name in both', cdp(relativeName), idp(relativeName), 'valid'],
		['4.14.7: a relative name in the list', cdp(fullName), idp(relativeName), 'valid'],
		['4.14.8: a relative name in the list and another in the certificate', cdp(other), idp(relativeName), UNKNOWN],
	])('%s', (_title, points, scope, expected) => {
		const crls = [rootList(), caList({extensions: [scope]})];
		expect(verdict(eeOf(CA, caKey, {more: [points]}), {crls})).toBe(expected);
		const naming = [rootList(), caList({extensions: [scope], revoked: [{serial: 1}]})];
		expect(verdict(eeOf(CA, caKey, {more: [points]}), {crls: naming})).toBe(
			expected === 'valid' ? 'path-revoked' : UNKNOWN,
		);
	});

	test('4.14.9: a list with a name for a certificate that names no point', () => {
		expect(verdict(eeOf(CA, caKey), {crls: [rootList(), caList({extensions: [idp(fullName)]})]})).toBe(UNKNOWN);
	});

	const indirectName = 'CN=Lists,O=Test';
	const signer = (issuer = ROOT, key = rootKey, more: readonly Uint8Array[] = []) =>
		certify({
			subject: indirectName,
			issuer,
			key: listKey,
			signer: key,
			serial: 20,
			extensions: [
				basicConstraints({isCa: true}),
				keyUsage(['keyCertSign', 'cRLSign']),
				subjectKeyIdentifier(listKey.identifier),
				authorityKeyIdentifier(key.identifier),
				...more,
			],
		});
	const ofCa = (isCritical = true) => extension('2.5.29.29', isCritical, sequence(general.directory(CA)));
	const indirect = (fields: Partial<CrlFields> = {}, names?: readonly Uint8Array[]) =>
		lists(indirectName, listKey, {
			extensions: [issuingDistributionPoint({isIndirect: true, ...(names && {names})})],
			...fields,
		});

	test('4.14.22 and 4.14.23: an indirect list of the CA itself', () => {
		const own = (revoked: readonly ListedCertificate[]) =>
			caList({revoked, extensions: [issuingDistributionPoint({isIndirect: true})]});
		expect(verdict(eeOf(CA, caKey), {crls: [rootList(), own([{serial: 9}])]})).toBe('valid');
		expect(verdict(eeOf(CA, caKey), {crls: [rootList(), own([{serial: 1}])]})).toBe('path-revoked');
	});

	const elsewhere = distributionPoints([{names: [general.directory('CN=x,CN=Lists,O=Test')], crlIssuer: indirectName}]);
	const named = [general.directory('CN=x,CN=Lists,O=Test')];
	test.each<[string, readonly ListedCertificate[], string]>([
		['4.14.24: that names nobody', [], 'valid'],
		['4.14.25: that names the number of another issuer', [{serial: 1}], 'valid'],
		['4.14.31: that names it', [{serial: 1, extensions: [ofCa()]}], 'path-revoked'],
		['4.14.32: that names it after another', [{serial: 5, extensions: [ofCa()]}, {serial: 1}], 'path-revoked'],
		['4.14.33: that names others of its issuer', [{serial: 5, extensions: [ofCa()]}, {serial: 6}], 'valid'],
	])('%s, in an indirect list of somebody else', (_title, revoked, expected) => {
		const certificate = eeOf(CA, caKey, {more: [elsewhere]});
		const asked = {intermediates: [goodCa, signer()], crls: [rootList(), indirect({revoked}, named)]};
		expect(verdict(certificate, asked)).toBe(expected);
	});

	test('4.14.26 and 4.14.27: a list of somebody else whom the certificate does not name', () => {
		const asked = {intermediates: [goodCa, signer()], crls: [rootList(), indirect()]};
		expect(verdict(eeOf(CA, caKey), asked)).toBe(UNKNOWN);
		const stranger = distributionPoints([{names: named, crlIssuer: 'CN=Nobody,O=Test'}]);
		expect(verdict(eeOf(CA, caKey, {more: [stranger]}), asked)).toBe(UNKNOWN);
	});

	test('4.14.28 and 4.14.29: a list of somebody else, found by a relative name', () => {
		const rel = extension(
			'2.5.29.31',
			false,
			sequence(
				sequence(
					element(0xa0, element(0xa1, sequence(objectIdentifier('2.5.4.3'), printableString('x')))),
					element(0xa2, general.directory(indirectName)),
				),
			),
		);
		const asked = {intermediates: [goodCa, signer()], crls: [rootList(), indirect({}, named)]};
		expect(verdict(eeOf(CA, caKey, {more: [rel]}), asked)).toBe('valid');
	});

	test('4.14.30: a signer of lists whose own standing its own list tells', () => {
		const own = signer(CA, caKey, [elsewhere]);
		const asked = {intermediates: [goodCa, own], crls: [rootList(), indirect({}, named)]};
		expect(verdict(eeOf(CA, caKey, {more: [elsewhere]}), asked)).toBe('valid');
	});

	test('a point that names an issuer who gave no list for it', () => {
		const asked = {intermediates: [goodCa, signer()], crls: [rootList(), caList()]};
		expect(
			verdict(eeOf(CA, caKey, {more: [distributionPoints([{names: named, crlIssuer: indirectName}])]}), asked),
		).toBe('valid');
		const scoped = {...asked, crls: [rootList(), caList({extensions: [idp(fullName)]})]};
		expect(verdict(eeOf(CA, caKey, {more: [elsewhere]}), scoped)).toBe(UNKNOWN);
	});
});

describe('PKITS 4.15: deltas', () => {
	const delta = (base: number) => extension('2.5.29.27', true, element(0x02, Uint8Array.of(base)));
	test.each<[string, readonly Uint8Array[], string]>([
		['4.15.1: a delta alone', [caList({number: 5, extensions: [delta(1)]})], 'path-revocation-known'],
		['4.15.2: nothing new', [caList({number: 1}), caList({number: 5, extensions: [delta(1)]})], 'valid'],
		[
			'4.15.3: named in the complete list',
			[caList({number: 1, revoked: [{serial: 1}]}), caList({number: 5, extensions: [delta(1)]})],
			'path-revoked',
		],
		[
			'4.15.4: named in the delta',
			[caList({number: 1}), caList({number: 5, extensions: [delta(1)], revoked: [{serial: 1}]})],
			'path-revoked',
		],
		[
			'4.15.5: held, then taken off',
			[
				caList({number: 1, revoked: [{serial: 1, reason: 6}]}),
				caList({number: 5, extensions: [delta(1)], revoked: [{serial: 1, reason: 8}]}),
			],
			'valid',
		],
		[
			'4.15.6: held, then revoked',
			[
				caList({number: 1, revoked: [{serial: 1, reason: 6}]}),
				caList({number: 5, extensions: [delta(1)], revoked: [{serial: 1, reason: 1}]}),
			],
			'path-revoked',
		],
		[
			'4.15.7: another taken off',
			[caList({number: 1}), caList({number: 5, extensions: [delta(1)], revoked: [{serial: 9, reason: 8}]})],
			'valid',
		],
		[
			'4.15.8: a complete list newer than the base',
			[caList({number: 4}), caList({number: 5, extensions: [delta(1)]})],
			'valid',
		],
		[
			'4.15.9: named in the delta to a newer list',
			[caList({number: 4}), caList({number: 5, extensions: [delta(1)], revoked: [{serial: 1}]})],
			'path-revoked',
		],
		[
			'4.15.10: a complete list of the past, older than the base',
			[caList({number: 1, nextUpdate: new Date('2026-05-30T00:00:00Z')}), caList({number: 5, extensions: [delta(4)]})],
			'path-revocation-known',
		],
	])('%s', (_title, crls, expected) => {
		expect(verdict(eeOf(CA, caKey), {crls: [rootList(), ...crls]})).toBe(expected);
	});
});
