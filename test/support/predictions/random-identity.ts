import {generateKeyPairSync, type KeyObject} from 'node:crypto';
import {Certificate, type KeyUsage} from '../../../src/pki/certificate/certificate.ts';
import {attributeOid} from '../../../src/pki/der/oids.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	extendedKeyUsage,
	extension,
	keyIdentifierOf,
	keyUsage,
	subjectAlternativeName,
	subjectKeyIdentifier,
} from '../../../src/pki/issuing/extension-writer.ts';
import {encodeName, type NamePart} from '../../../src/pki/names/name-writer.ts';
import {certify, general, type HierarchyKey, hierarchyKey} from '../hierarchy.ts';
import {HierarchyMaker, hierarchyKeyOf, type Random} from '../random-hierarchy.ts';

/** Certificates and a key as somebody has them, and what the trust anchor is made of. All DER. */
export interface RandomIdentity {
	readonly certificate: Uint8Array;
	/** Of the end-entity certificate. */
	readonly key: KeyObject;
	/** Between it and the anchor, the issuer first. */
	readonly intermediates: readonly Uint8Array[];
	readonly root: Uint8Array;
	/** Of every certificate authority, the issuer of the end-entity certificate first. */
	readonly authorities: readonly {
		readonly name: Uint8Array | string;
		readonly key: HierarchyKey;
		readonly serial: number;
	}[];
	readonly commonName: string;
	readonly issuerCommonName: string;
	readonly serial: Uint8Array;
}

/** What is to be wrong with an identity. */
export type IdentityFault = 'path' | 'end-entity';

const DAY = 86_400_000;
const pool: readonly [HierarchyKey, ...HierarchyKey[]] = [hierarchyKey(), ...Array.from({length: 11}, hierarchyKey)];
/** Keys of other kinds than P-256; the service takes no signatures of the last two. */
const others: readonly [HierarchyKey, ...HierarchyKey[]] = [
	keyOf(generateKeyPairSync('rsa', {modulusLength: 2048})),
	keyOf(generateKeyPairSync('rsa', {modulusLength: 2048})),
	keyOf(generateKeyPairSync('ec', {namedCurve: 'P-384'})),
	keyOf(generateKeyPairSync('ec', {namedCurve: 'secp256k1'})),
	keyOf(generateKeyPairSync('rsa-pss', {modulusLength: 2048})),
	keyOf(generateKeyPairSync('ed25519')),
];

/** Another key than that of any certificate. */
export const strangeKey: KeyObject = hierarchyKey().privateKey;

function keyOf({privateKey, publicKey}: {readonly privateKey: KeyObject; readonly publicKey: KeyObject}): HierarchyKey {
	const spki = publicKey.export({type: 'spki', format: 'der'});
	return {privateKey, spki, identifier: keyIdentifierOf(spki)};
}

/** Makes an identity that is good but for the faults. */
export function randomIdentity(random: Random, faults: readonly IdentityFault[], at: Date): RandomIdentity {
	return random.chance(0.12) ? ofHierarchy(random, at) : ofOwnMaking(random, faults, at);
}

/** One of the hierarchies that paths are compared with other programs by; half of them lead nowhere. */
function ofHierarchy(random: Random, at: Date): RandomIdentity {
	const maker = new HierarchyMaker(random.below(0x7f_ff_ff_ff), {at, hasLists: false});
	const {certificate, intermediates, anchors} = maker.make();
	const read = Certificate.read(certificate);
	const key = read.ok ? hierarchyKeyOf(read.value.publicKey.der) : undefined;
	return {
		certificate,
		intermediates,
		root: anchors[0] ?? certificate,
		key: key?.privateKey ?? strangeKey,
		authorities: [],
		commonName: read.ok ? (read.value.subject.first('CN') ?? '') : '',
		issuerCommonName: read.ok ? (read.value.issuer.first('CN') ?? '') : '',
		serial: read.ok ? read.value.serial.octets : Uint8Array.of(1),
	};
}

function ofOwnMaking(random: Random, faults: readonly IdentityFault[], at: Date): RandomIdentity {
	const depth = random.below(3);
	const authorities = Array.from({length: depth + 1}, (_none, level) => ({
		name: `CN=${level === depth ? random.pick(['Root', 'Root (2)', 'Wurzel ü']) : `Issuing ${level}`},O=Example`,
		key: random.pick(pool),
		serial: 100 + level,
	}));
	const broken = faults.includes('path') ? random.below(depth + 1) : -1;
	const certificates = authorities.map((authority, level) =>
		issuerCertificate(random, authority, authorities[level + 1] ?? authority, {
			isBroken: level === broken,
			isRoot: level === depth,
			remaining: level,
			at,
		}),
	);
	const [issuer = {name: '', key: pool[0], serial: 0}] = authorities;
	const names = random.pick(SUBJECTS);
	const serial = random.pick(SERIALS);
	const key = random.chance(0.15) ? random.pick(others) : random.pick(pool);
	const isUnfit = faults.includes('end-entity');
	return {
		certificate: endEntityCertificate(random, {names, serial, key, issuer, isUnfit, at}),
		key: key.privateKey,
		intermediates: certificates.slice(0, -1),
		root: certificates.at(-1) ?? new Uint8Array(),
		authorities,
		commonName: firstValue(names, 'CN'),
		issuerCommonName: /CN=([^,]*)/.exec(issuer.name)?.[1] ?? '',
		serial,
	};
}

interface Authority {
	readonly name: string;
	readonly key: HierarchyKey;
	readonly serial: number;
}

function issuerCertificate(
	random: Random,
	self: Authority,
	above: Authority,
	{isBroken, isRoot, remaining, at}: {isBroken: boolean; isRoot: boolean; remaining: number; at: Date},
): Uint8Array {
	const fault = isBroken ? random.pick(ISSUER_FAULTS) : undefined;
	const moment = (days: number) => new Date(at.getTime() + days * DAY);
	const pathLength = fault === 'path-length' ? Math.max(0, remaining - 1) : random.chance(0.4) ? remaining : undefined;
	return certify({
		subject: self.name,
		issuer: above.name,
		key: fault === 'other-key' ? random.pick(pool) : self.key,
		signer: fault === 'other-signer' ? random.pick(pool) : above.key,
		serial: self.serial,
		isBroken: fault === 'broken',
		notBefore: fault === 'not-yet' ? moment(1) : moment(-100),
		notAfter: fault === 'expired' ? moment(-1) : moment(1000),
		...(fault === 'sha1' && {hash: 'sha1' as const}),
		...(fault === 'version-1' && {version: 1 as const}),
		extensions: [
			...(fault === 'no-constraints' ? [] : [basicConstraints({isCa: fault !== 'no-ca', pathLength})]),
			keyUsage(fault === 'no-cert-sign' ? ['digitalSignature'] : ['keyCertSign', 'cRLSign']),
			subjectKeyIdentifier(fault === 'other-identifier' ? random.pick(pool).identifier : self.key.identifier),
			...(isRoot ? [] : [authorityKeyIdentifier(above.key.identifier)]),
		],
	});
}

const ISSUER_FAULTS = [
	'other-key',
	'other-signer',
	'other-identifier',
	'broken',
	'not-yet',
	'expired',
	'sha1',
	'version-1',
	'no-ca',
	'no-constraints',
	'no-cert-sign',
	'path-length',
] as const;

const END_ENTITY_FAULTS = [
	'expired',
	'not-yet',
	'sha1',
	'version-1',
	'is-ca',
	'no-key-usage',
	'other-key-usage',
	'other-purpose',
	'unknown-critical',
	'broken',
	'other-signer',
] as const;

interface EndEntity {
	readonly names: readonly (readonly NamePart[])[];
	readonly serial: Uint8Array;
	readonly key: HierarchyKey;
	readonly issuer: Authority;
	readonly isUnfit: boolean;
	readonly at: Date;
}

function endEntityCertificate(random: Random, {names, serial, key, issuer, isUnfit, at}: EndEntity): Uint8Array {
	const fault = isUnfit ? random.pick(END_ENTITY_FAULTS) : undefined;
	const moment = (days: number) => new Date(at.getTime() + days * DAY);
	const usages: readonly KeyUsage[] = fault === 'other-key-usage' ? ['keyEncipherment'] : ['digitalSignature'];
	const alternatives = random.pick(ALTERNATIVES);
	return certify({
		subject: encodeName(names),
		issuer: issuer.name,
		key,
		signer: fault === 'other-signer' ? random.pick(pool) : issuer.key,
		serial,
		isBroken: fault === 'broken',
		notBefore: fault === 'not-yet' ? moment(random.pick([0.02, 1])) : moment(-30),
		notAfter: fault === 'expired' ? moment(-random.pick([0.02, 1])) : moment(random.pick([0.02, 1, 300])),
		...(fault === 'sha1' && {hash: 'sha1' as const}),
		...(fault === 'version-1' && {version: 1 as const}),
		extensions: [
			...(fault === 'is-ca' || random.chance(0.5) ? [basicConstraints({isCa: fault === 'is-ca'})] : []),
			...(fault === 'no-key-usage' ? [] : [keyUsage(usages)]),
			...(fault === 'other-purpose'
				? [extendedKeyUsage(['1.3.6.1.5.5.7.3.1'])]
				: random.chance(0.6)
					? [extendedKeyUsage(['1.3.6.1.5.5.7.3.2'])]
					: []),
			...(alternatives.length === 0 ? [] : [subjectAlternativeName(alternatives)]),
			subjectKeyIdentifier(key.identifier),
			authorityKeyIdentifier(issuer.key.identifier),
			...(fault === 'unknown-critical' ? [extension('1.3.6.1.4.1.55555.99', true, Uint8Array.of(5, 0))] : []),
		],
	});
}

const part = (type: string, value: string): readonly NamePart[] => [{oid: attributeOid(type) ?? type, value}];

/** In the order of the encoding: the most general part first. */
const SUBJECTS: readonly [readonly (readonly NamePart[])[], ...(readonly (readonly NamePart[])[])[]] = [
	[part('O', 'Example'), part('CN', 'host.example.com')],
	[part('O', 'Example'), part('CN', 'host.example.com')],
	[part('CN', 'host')],
	[part('C', 'DE'), part('O', 'Example'), part('OU', 'Security'), part('OU', 'Engineering'), part('CN', 'host-2')],
	[part('O', 'Example & Sons'), part('CN', 'host')],
	[part('O', 'Example'), part('CN', 'host (blue)')],
	[part('O', 'Beispiel GmbH'), part('CN', 'hôte-ü')],
	[part('O', 'Example'), part('CN', 'host*')],
	[part('O', 'Example'), part('CN', 'x'.repeat(61))],
	[part('O', 'Example'), part('CN', 'x'.repeat(62))],
	[part('O', 'Example'), part('CN', 'x'.repeat(64))],
	[part('O', 'Example'), part('CN', 'x'.repeat(65))],
	[part('O', 'Example'), part('CN', '')],
	[part('O', 'y'.repeat(257)), part('CN', 'host')],
	[part('O', 'Example'), part('OU', 'No common name')],
	[part('CN', 'first'), part('CN', 'second')],
	[part('1.2.3.4.5', 'unnamed type'), part('UID', '4711'), part('CN', 'host, with "commas"')],
	[[...part('CN', 'host'), ...part('UID', '4711')]],
	[part('DC', 'com'), part('DC', 'example'), part('CN', 'host')],
	[],
];

function firstValue(names: readonly (readonly NamePart[])[], type: string): string {
	return names.flat().find(({oid}) => oid === attributeOid(type))?.value ?? '';
}

const ALTERNATIVES: readonly [readonly Uint8Array[], ...(readonly Uint8Array[])[]] = [
	[],
	[general.dns('host.example.com')],
	[general.dns('host.example.com'), general.dns('*.example.com')],
	[general.uri('spiffe://example.com/host?x=1')],
	[general.uri('spiffe://example.com/host'), general.email('one@example.com'), general.ip(10, 0, 0, 1)],
	[general.directory('CN=other,O=Example'), general.dns('*.example.com')],
];

const SERIALS: readonly [Uint8Array, ...Uint8Array[]] = [
	Uint8Array.of(0x01),
	Uint8Array.of(0x10, 0x00),
	Uint8Array.of(0x00, 0xcc, 0xc3, 0xa2),
	Uint8Array.from({length: 16}, (_none, index) => index + 1),
	Uint8Array.from({length: 20}, (_none, index) => 0x7f - index),
	Uint8Array.of(0x00),
	Uint8Array.of(0x80, 0x01),
];
