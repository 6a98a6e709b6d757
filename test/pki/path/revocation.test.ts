import {describe, expect, test} from 'vitest';
import {integer} from '../../../src/pki/der/der-writer.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	keyUsage,
	subjectKeyIdentifier,
} from '../../../src/pki/issuing/extension-writer.ts';
import type {ValidatePathInput} from '../../../src/rules/validate-path.ts';
import {
	type CrlFields,
	caExtensions,
	certify,
	distributionPoints,
	extension,
	general,
	issuingDistributionPoint,
	listRevoked,
} from '../../support/hierarchy.ts';
import {hostCertificate, issuerCertificate, pathKeys, pathNames, refusals} from '../../support/path-question.ts';

const byCa = (fields: Partial<CrlFields> = {}) => listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, ...fields});
const byRoot = (fields: Partial<CrlFields> = {}) =>
	listRevoked({issuer: pathNames.root, signer: pathKeys.root, ...fields});
const unknown = extension('1.3.6.1.4.1.55555.9', true, Uint8Array.of(5, 0));
const delta = (base: number) => extension('2.5.29.27', true, integer(base));
const scope = (fields: Parameters<typeof issuingDistributionPoint>[0]) => ({
	extensions: [issuingDistributionPoint(fields)],
});
const here = [general.uri('http://crl.example.com/a.crl')];
const there = [general.uri('http://crl.example.com/b.crl')];
/** Bits 1 and 2, and bits 3 to 8: contents of a BIT STRING. */
const SOME = [5, 0x60];
const OTHERS = [7, 0x1f, 0x80];
const host = {serial: 4};

function judge(crls: readonly Uint8Array[], differs: Partial<ValidatePathInput> = {}): string {
	const found = refusals({crls: [byRoot(), ...crls], revocation: 'required', ...differs});
	return found.length === 0 ? 'accepted' : found.join();
}

const OK = 'accepted';
const REVOKED = 'path-revoked';
const UNKNOWN = 'path-revocation-known';

describe('RFC 5280, section 6.3: complete lists', () => {
	test.each<[string, () => readonly Uint8Array[], string]>([
		['a list that does not name the certificate', () => [byCa({revoked: [{serial: 77}]})], OK],
		['an empty list', () => [byCa()], OK],
		['a list that names it', () => [byCa({revoked: [host]})], REVOKED],
		['a list that holds it back for now', () => [byCa({revoked: [{...host, reason: 6}]})], REVOKED],
		['a list that names the intermediate', () => [byCa(), byRoot({revoked: [{serial: 2}]})], REVOKED],
		['no list', () => [], UNKNOWN],
		['a list of somebody else', () => [listRevoked({issuer: pathNames.sub, signer: pathKeys.ca})], UNKNOWN],
		['a list with a broken signature', () => [byCa({isBroken: true})], UNKNOWN],
		['a list signed with another key', () => [byCa({signer: pathKeys.other})], UNKNOWN],
		['a list that has expired', () => [byCa({nextUpdate: new Date('2026-05-31T00:00:00Z')})], UNKNOWN],
		['a list of the future', () => [byCa({thisUpdate: new Date('2026-06-02T00:00:00Z')})], UNKNOWN],
		['5.1.2.5: a list without nextUpdate', () => [byCa({nextUpdate: 'absent'})], UNKNOWN],
		['5.2.3: a list without a number', () => [byCa({number: 'absent'})], UNKNOWN],
		[
			'5.2.3: a list whose number is critical',
			() => [byCa({number: 'absent', extensions: [extension('2.5.29.20', true, integer(5))]})],
			UNKNOWN,
		],
		['a list that names a certificate twice', () => [byCa({revoked: [{serial: 9}, {serial: 9}]})], UNKNOWN],
		['5.2: a list with an unknown critical extension', () => [byCa({extensions: [unknown]})], UNKNOWN],
		[
			'5.3: an entry with an unknown critical extension',
			() => [byCa({revoked: [{serial: 9, extensions: [unknown]}]})],
			UNKNOWN,
		],
		['a good list and a bad one', () => [byCa({isBroken: true}), byCa()], OK],
		[
			'a good list and one that has expired and names it',
			() => [byCa({revoked: [host], nextUpdate: new Date('2026-05-31T00:00:00Z')}), byCa()],
			OK,
		],
		['two good lists of which one names it', () => [byCa(), byCa({revoked: [host]})], REVOKED],
	])('%s', (_title, crls, expected) => {
		expect(judge(crls())).toBe(expected);
	});

	test('(f): the key usage of the signer must hold cRLSign', () => {
		const extensions = [
			basicConstraints({isCa: true}),
			keyUsage(['keyCertSign']),
			subjectKeyIdentifier(pathKeys.ca.identifier),
			authorityKeyIdentifier(pathKeys.root.identifier),
		];
		expect(judge([byCa()], {intermediates: [issuerCertificate('ca', 'root', {extensions})]})).toBe(UNKNOWN);
	});

	test('where revocation is not required, only lists about a certificate count', () => {
		const revocation = 'if-crl-given';
		expect(judge([], {revocation})).toBe(OK);
		expect(judge([byCa({revoked: [host]})], {revocation})).toBe(REVOKED);
		expect(judge([byCa({nextUpdate: new Date('2026-05-31T00:00:00Z')})], {revocation})).toBe(UNKNOWN);
		expect(judge([Uint8Array.of(1)], {revocation})).toBe('path-readable');
		expect(judge([byCa(scope({onlyCa: true}))], {revocation})).toBe(UNKNOWN);
		expect(judge([byCa(scope({names: here}))], {revocation})).toBe(UNKNOWN);
		expect(judge([byCa(scope({reasons: SOME}))], {revocation})).toBe(UNKNOWN);
		expect(judge([listRevoked({issuer: pathNames.sub, signer: pathKeys.sub})], {revocation})).toBe(OK);
	});

	test('serial numbers are compared as they are, negative and long ones too', () => {
		const serial = Uint8Array.of(0x80, 0xfe);
		const asked = {certificate: hostCertificate('ca', {serial}), demands: 'section-6'} as const;
		expect(judge([byCa({revoked: [{serial}]})], asked)).toBe(REVOKED);
		expect(judge([byCa({revoked: [{serial: Uint8Array.of(0, 0x80, 0xfe)}]})], asked)).toBe(OK);
	});
});

describe('RFC 5280, section 5.2.5: the scope of a list', () => {
	const withPoint = (points: Parameters<typeof distributionPoints>[0]) => ({
		certificate: hostCertificate('ca', {more: [distributionPoints(points)]}),
	});

	test.each<[string, () => readonly Uint8Array[], Partial<ValidatePathInput>, string]>([
		['end-entity certificates only', () => [byCa(scope({onlyUser: true}))], {}, OK],
		['CA certificates only', () => [byCa(scope({onlyCa: true}))], {}, UNKNOWN],
		['attribute certificates only', () => [byCa(scope({onlyAttribute: true}))], {}, UNKNOWN],
		[
			'the distribution point that the certificate names',
			() => [byCa(scope({names: here}))],
			withPoint([{names: here}]),
			OK,
		],
		['another distribution point', () => [byCa(scope({names: there}))], withPoint([{names: here}]), UNKNOWN],
		[
			'one of two distribution points',
			() => [byCa(scope({names: there}))],
			withPoint([{names: here}, {names: there}]),
			OK,
		],
		['a distribution point where the certificate names none', () => [byCa(scope({names: here}))], {}, UNKNOWN],
		['no distribution point where the certificate names one', () => [byCa()], withPoint([{names: here}]), OK],
		['some reasons only', () => [byCa(scope({reasons: SOME}))], {}, UNKNOWN],
		['some reasons and the others', () => [byCa(scope({reasons: SOME})), byCa(scope({reasons: OTHERS}))], {}, OK],
		['some reasons, for which it is revoked', () => [byCa({revoked: [host], ...scope({reasons: SOME})})], {}, REVOKED],
	])('%s', (_title, crls, differs, expected) => {
		expect(judge(crls(), differs)).toBe(expected);
	});
});

describe('RFC 5280, section 5.2.4: delta lists', () => {
	test.each<[string, () => readonly Uint8Array[], string]>([
		['a delta alone', () => [byCa({number: 5, extensions: [delta(1)]})], UNKNOWN],
		[
			'a delta that adds the certificate',
			() => [byCa({number: 1}), byCa({number: 5, extensions: [delta(1)], revoked: [host]})],
			REVOKED,
		],
		[
			'a delta that says nothing of a revoked one',
			() => [byCa({number: 1, revoked: [host]}), byCa({number: 5, extensions: [delta(1)]})],
			REVOKED,
		],
		[
			'a delta that takes it off (removeFromCRL)',
			() => [
				byCa({number: 1, revoked: [{...host, reason: 6}]}),
				byCa({number: 5, extensions: [delta(1)], revoked: [{...host, reason: 8}]}),
			],
			OK,
		],
		[
			'a delta on a later list than there is',
			() => [byCa({number: 1}), byCa({number: 5, extensions: [delta(3)], revoked: [host]})],
			OK,
		],
		[
			'a delta older than the list',
			() => [byCa({number: 7}), byCa({number: 5, extensions: [delta(1)], revoked: [host]})],
			OK,
		],
		[
			'a delta with a broken signature',
			() => [byCa({number: 1}), byCa({number: 5, extensions: [delta(1)], revoked: [host], isBroken: true})],
			OK,
		],
		[
			'a delta of another scope',
			() => [
				byCa({number: 1}),
				byCa({number: 5, extensions: [delta(1), issuingDistributionPoint({onlyUser: true})], revoked: [host]}),
			],
			OK,
		],
	])('%s', (_title, crls, expected) => {
		expect(judge(crls())).toBe(expected);
	});
});

describe('RFC 5280, section 6.3.3: signers other than the issuer', () => {
	const listSigner = 'CN=Lists,O=Example';
	const signer = (
		issuer: 'root' | 'ca',
		usages: readonly ('cRLSign' | 'digitalSignature')[] = ['cRLSign'],
		subject = listSigner,
	) =>
		certify({
			subject,
			issuer: pathNames[issuer],
			key: pathKeys.other,
			signer: pathKeys[issuer],
			serial: 50,
			extensions: [keyUsage(usages), authorityKeyIdentifier(pathKeys[issuer].identifier)],
		});
	const indirect = (revoked: CrlFields['revoked'] = [], isIndirect = true) =>
		listRevoked({
			issuer: listSigner,
			signer: pathKeys.other,
			revoked,
			extensions: [issuingDistributionPoint({isIndirect, names: here})],
		});
	const certificate = hostCertificate('ca', {more: [distributionPoints([{names: here, crlIssuer: listSigner}])]});
	const ofCa = extension(
		'2.5.29.29',
		true,
		Uint8Array.from([0x30, general.directory(pathNames.ca).length, ...general.directory(pathNames.ca)]),
	);
	const ask = (crls: readonly Uint8Array[], signers: readonly Uint8Array[]) =>
		judge(crls, {certificate, intermediates: [issuerCertificate('ca', 'root'), ...signers]});

	test('an indirect list that does not name the certificate', () => {
		expect(ask([indirect()], [signer('root')])).toBe(OK);
	});

	test('an indirect list that names it, and one that names the serial number of another issuer', () => {
		expect(ask([indirect([{...host, extensions: [ofCa]}])], [signer('root')])).toBe(REVOKED);
		expect(ask([indirect([{serial: 60, extensions: [ofCa]}, host])], [signer('root')])).toBe(REVOKED);
		expect(ask([indirect([host])], [signer('root')])).toBe(OK);
	});

	test('an indirect list that does not say that it is one', () => {
		expect(ask([indirect([], false)], [signer('root')])).toBe(UNKNOWN);
	});

	test('a signer that is not given, may not sign lists, or is revoked', () => {
		expect(ask([indirect()], [])).toBe(UNKNOWN);
		expect(ask([indirect()], [signer('root', ['digitalSignature'])])).toBe(UNKNOWN);
		expect(ask([indirect(), byRoot({revoked: [{serial: 50}]})], [signer('root')])).toBe(UNKNOWN);
	});

	test('another key of the issuer for lists alone', () => {
		const own = certify({
			subject: pathNames.ca,
			issuer: pathNames.root,
			key: pathKeys.other,
			signer: pathKeys.root,
			serial: 51,
			extensions: caExtensions(pathKeys.other, pathKeys.root),
		});
		const crls = [byCa({signer: pathKeys.other})];
		expect(judge(crls, {intermediates: [issuerCertificate('ca', 'root'), own]})).toBe(OK);
		expect(
			judge([...crls, byRoot({revoked: [{serial: 51}]})], {intermediates: [issuerCertificate('ca', 'root'), own]}),
		).toContain(UNKNOWN);
	});
});
