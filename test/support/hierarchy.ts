import {generateKeyPairSync, type KeyObject, sign} from 'node:crypto';
import {
	bitString,
	element,
	explicit,
	implicit,
	integer,
	objectIdentifier,
	octetString,
	sequence,
	time,
} from '../../src/pki/der/der-writer.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	extendedKeyUsage,
	extension,
	keyIdentifierOf,
	keyUsage,
	subjectKeyIdentifier,
} from '../../src/pki/issuing/extension-writer.ts';
import {toName} from './certificates.ts';
import type {Signing} from './test-keys.ts';

/** A key pair with what certificates hold of it. */
export interface HierarchyKey {
	readonly privateKey: KeyObject;
	readonly spki: Uint8Array;
	readonly identifier: Uint8Array;
}

/** The instant at which hierarchies are looked at. */
export const hierarchyTime = new Date('2026-06-01T00:00:00Z');

/** Makes a P-256 key. */
export function hierarchyKey(): HierarchyKey {
	const {privateKey, publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const spki = publicKey.export({type: 'spki', format: 'der'});
	return {privateKey, spki, identifier: keyIdentifierOf(spki)};
}

/** What goes into a certificate; everything has a default that makes a good one. */
export interface HierarchyFields {
	readonly subject: string | Uint8Array;
	readonly issuer: string | Uint8Array;
	readonly key: HierarchyKey;
	readonly signer: HierarchyKey;
	readonly serial?: number | Uint8Array;
	readonly notBefore?: Date;
	readonly notAfter?: Date;
	/** The two times as DER, instead of the dates. */
	readonly validity?: readonly Uint8Array[];
	/** Elements between the key and the extensions. */
	readonly uniqueIdentifiers?: readonly Uint8Array[];
	readonly version?: 1 | 3;
	readonly hash?: 'sha1' | 'sha256';
	/** How it is signed, where the signer's key is none on P-256. */
	readonly signing?: Signing;
	/** Whole extensions. */
	readonly extensions?: readonly Uint8Array[];
	readonly isBroken?: boolean;
}

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
const ecdsaWithSha1 = sequence(objectIdentifier('1.2.840.10045.4.1'));
const defaultSerial = 1000;

/** Signs a certificate and gives its DER. */
export function certify(fields: HierarchyFields): Uint8Array {
	const {version = 3, serial = defaultSerial, extensions = [], hash = 'sha256'} = fields;
	const tbs = sequence(
		...(version === 1 ? [] : [explicit(0, integer(2))]),
		typeof serial === 'number' ? integer(serial) : element(0x02, serial),
		fields.signing?.identifier ?? (hash === 'sha1' ? ecdsaWithSha1 : ecdsaWithSha256),
		toName(fields.issuer),
		sequence(
			...(fields.validity ?? [
				time(fields.notBefore ?? new Date('2020-01-01T00:00:00Z')),
				time(fields.notAfter ?? new Date('2049-12-31T00:00:00Z')),
			]),
		),
		toName(fields.subject),
		fields.key.spki,
		...(fields.uniqueIdentifiers ?? []),
		...(version === 1 || extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
	);
	if (fields.signing) {
		const {identifier, sign: signWith} = fields.signing;
		return sequence(tbs, identifier, bitString(signWith(fields.isBroken ? Buffer.concat([tbs, tbs]) : tbs)));
	}

	return signed(tbs, fields.signer, {isBroken: fields.isBroken ?? false, hash});
}

function signed(
	tbs: Uint8Array,
	signer: HierarchyKey,
	{isBroken, hash = 'sha256'}: {readonly isBroken: boolean; readonly hash?: 'sha1' | 'sha256'},
): Uint8Array {
	const message = isBroken ? Buffer.concat([tbs, Uint8Array.of(0)]) : tbs;
	const algorithm = hash === 'sha1' ? ecdsaWithSha1 : ecdsaWithSha256;
	return sequence(tbs, algorithm, bitString(sign(hash, message, signer.privateKey)));
}

/** Extensions of a CA that lacks nothing. */
export function caExtensions(
	key: HierarchyKey,
	signer: HierarchyKey,
	{pathLength, more = []}: {readonly pathLength?: number; readonly more?: readonly Uint8Array[]} = {},
): readonly Uint8Array[] {
	return [
		basicConstraints({isCa: true, pathLength}),
		keyUsage(['keyCertSign', 'cRLSign']),
		subjectKeyIdentifier(key.identifier),
		authorityKeyIdentifier(signer.identifier),
		...more,
	];
}

/** Extensions of an end-entity certificate that lacks nothing. */
export function endEntityExtensions(
	key: HierarchyKey,
	signer: HierarchyKey,
	more: readonly Uint8Array[] = [],
): readonly Uint8Array[] {
	return [
		keyUsage(['digitalSignature']),
		subjectKeyIdentifier(key.identifier),
		authorityKeyIdentifier(signer.identifier),
		...more,
	];
}

/** A GeneralName by its kind. */
export const general = {
	dns: (text: string) => implicit(2, Buffer.from(text, 'latin1')),
	email: (text: string) => implicit(1, Buffer.from(text, 'latin1')),
	uri: (text: string) => implicit(6, Buffer.from(text, 'latin1')),
	ip: (...octets: readonly number[]) => implicit(7, Uint8Array.from(octets)),
	directory: (name: string | Uint8Array) => explicit(4, toName(name)),
	other: (type: string, value: Uint8Array) => element(0xa0, objectIdentifier(type), explicit(0, value)),
	registeredId: (oid: string) => implicit(8, objectIdentifier(oid).subarray(2)),
};

/** The extension subjectAltName. */
export function alternativeNames(names: readonly Uint8Array[], isCritical = false): Uint8Array {
	return extension('2.5.29.17', isCritical, sequence(...names));
}

/** The extension nameConstraints. */
export function nameConstraints({
	permitted = [],
	excluded = [],
	isCritical = true,
}: {
	readonly permitted?: readonly Uint8Array[];
	readonly excluded?: readonly Uint8Array[];
	readonly isCritical?: boolean;
}): Uint8Array {
	const list = (number: number, names: readonly Uint8Array[]) =>
		names.length === 0 ? [] : [element(0xa0 | number, ...names.map(name => sequence(name)))];
	return extension('2.5.29.30', isCritical, sequence(...list(0, permitted), ...list(1, excluded)));
}

/** The extension certificatePolicies. */
export function policies(oids: readonly string[], isCritical = false): Uint8Array {
	return extension('2.5.29.32', isCritical, sequence(...oids.map(oid => sequence(objectIdentifier(oid)))));
}

/** The extension policyMappings. */
export function policyMappings(pairs: readonly (readonly [string, string])[]): Uint8Array {
	const mapped = pairs.map(([issuer, subject]) => sequence(objectIdentifier(issuer), objectIdentifier(subject)));
	return extension('2.5.29.33', true, sequence(...mapped));
}

/** The extension policyConstraints. */
export function policyConstraints({
	explicit: requireExplicit,
	mapping,
}: {
	readonly explicit?: number;
	readonly mapping?: number;
}): Uint8Array {
	const field = (tag: number, value: number | undefined) =>
		value === undefined ? [] : [implicit(tag, integer(value).subarray(2))];
	return extension('2.5.29.36', true, sequence(...field(0, requireExplicit), ...field(1, mapping)));
}

/** The extension inhibitAnyPolicy. */
export function inhibitAnyPolicy(skip: number): Uint8Array {
	return extension('2.5.29.54', true, integer(skip));
}

/** One line of a CRL. */
export interface ListedCertificate {
	readonly serial: number | Uint8Array;
	readonly reason?: number;
	/** Whole extensions beside the reason. */
	readonly extensions?: readonly Uint8Array[];
}

/** What goes into a CRL; everything has a default that makes a good one. */
export interface CrlFields {
	readonly version?: 1 | 2;
	readonly issuer: string | Uint8Array;
	readonly signer: HierarchyKey;
	readonly revoked?: readonly ListedCertificate[];
	/** Of every entry. */
	readonly revokedAt?: Date;
	readonly thisUpdate?: Date;
	readonly nextUpdate?: Date | 'absent';
	readonly number?: number | 'absent';
	readonly authorityKeyIdentifier?: Uint8Array | 'absent';
	readonly hash?: 'sha1' | 'sha256';
	/** Whole extensions beside number and authority key identifier. */
	readonly extensions?: readonly Uint8Array[];
	readonly isBroken?: boolean;
}

/** Signs a CRL and gives its DER. */
export function listRevoked(fields: CrlFields): Uint8Array {
	const {revoked = [], nextUpdate = new Date('2026-07-01T00:00:00Z'), number = 1, hash = 'sha256'} = fields;
	const keyIdentifier = fields.authorityKeyIdentifier ?? fields.signer.identifier;
	const algorithm = hash === 'sha1' ? ecdsaWithSha1 : ecdsaWithSha256;
	const entries = revoked.map(({serial, reason, extensions = []}) => {
		const all = [
			...(reason === undefined ? [] : [extension('2.5.29.21', false, element(0x0a, Uint8Array.of(reason)))]),
			...extensions,
		];
		return sequence(
			typeof serial === 'number' ? integer(serial) : element(0x02, serial),
			time(fields.revokedAt ?? new Date('2026-05-20T00:00:00Z')),
			...(all.length > 0 ? [sequence(...all)] : []),
		);
	});
	const extensions = [
		...(number === 'absent' ? [] : [extension('2.5.29.20', false, integer(number))]),
		...(keyIdentifier === 'absent' ? [] : [authorityKeyIdentifier(keyIdentifier)]),
		...(fields.extensions ?? []),
	];
	const tbs = sequence(
		...(fields.version === 1 ? [] : [integer(1)]),
		algorithm,
		toName(fields.issuer),
		time(fields.thisUpdate ?? new Date('2026-05-25T00:00:00Z')),
		...(nextUpdate === 'absent' ? [] : [time(nextUpdate)]),
		...(entries.length > 0 ? [sequence(...entries)] : []),
		...(fields.version === 1 || extensions.length === 0 ? [] : [explicit(0, sequence(...extensions))]),
	);
	return signed(tbs, fields.signer, {isBroken: fields.isBroken ?? false, hash});
}

/** The extension issuingDistributionPoint, critical. Names are GeneralNames. */
export function issuingDistributionPoint(scope: {
	readonly names?: readonly Uint8Array[];
	readonly onlyUser?: boolean;
	readonly onlyCa?: boolean;
	readonly onlyAttribute?: boolean;
	readonly isIndirect?: boolean;
	/** Contents of the BIT STRING. */
	readonly reasons?: readonly number[];
}): Uint8Array {
	const flag = (tag: number, isSet: boolean | undefined) => (isSet ? [implicit(tag, Uint8Array.of(0xff))] : []);
	return extension(
		'2.5.29.28',
		true,
		sequence(
			...(scope.names ? [explicit(0, element(0xa0, ...scope.names))] : []),
			...flag(1, scope.onlyUser),
			...flag(2, scope.onlyCa),
			...(scope.reasons ? [implicit(3, Uint8Array.from(scope.reasons))] : []),
			...flag(4, scope.isIndirect),
			...flag(5, scope.onlyAttribute),
		),
	);
}

/** The extension cRLDistributionPoints. */
export function distributionPoints(
	points: readonly {
		readonly names?: readonly Uint8Array[];
		readonly reasons?: readonly number[];
		readonly crlIssuer?: string | Uint8Array;
	}[],
	isCritical = false,
): Uint8Array {
	return extension(
		'2.5.29.31',
		isCritical,
		sequence(
			...points.map(({names, reasons, crlIssuer}) =>
				sequence(
					...(names ? [explicit(0, element(0xa0, ...names))] : []),
					...(reasons ? [implicit(1, Uint8Array.from(reasons))] : []),
					...(crlIssuer === undefined ? [] : [element(0xa2, general.directory(crlIssuer))]),
				),
			),
		),
	);
}

export {basicConstraints, extendedKeyUsage, extension, keyUsage, octetString};
