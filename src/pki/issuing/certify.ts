import type {KeyObject} from 'node:crypto';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {Certificate, type KeyUsage, type Validity} from '../certificate/certificate.ts';
import type {EncodedPublicKey} from '../keys/key-generation.ts';
import {writeCertificate} from './certificate-writer.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	extendedKeyUsage,
	keyIdentifierOf,
	keyUsage,
	subjectAlternativeName,
	subjectKeyIdentifier,
} from './extension-writer.ts';

/** A certificate that signs here, with its key. */
export interface Issuer {
	readonly certificate: Certificate;
	readonly privateKey: KeyObject;
	/** What must travel with certificates that it issues: itself and those above it below the root; empty for a root. */
	readonly chain: readonly Certificate[];
}

/** One way in which a certificate breaks a rule; findings have this shape. */
export interface BrokenRule {
	readonly rule: string;
	readonly severity: 'error' | 'warning' | 'notice';
	readonly message: string;
	readonly fix: string;
}

/** Judges a certificate before it leaves: the same rules as everywhere else, passed in because rules stand above this folder. */
export type Judge = (made: {
	readonly certificate: Certificate;
	readonly role: 'anchor' | 'issuer' | 'end-entity';
	readonly at: Date;
}) => readonly BrokenRule[];

/** What making a certificate needs of the world. */
export interface IssuingContext {
	readonly now: Date;
	/** Cryptographically strong. */
	readonly random: (count: number) => Uint8Array;
	readonly judge: Judge;
}

/** What one certificate shall say, beyond its serial number. */
export interface CertificateRequest {
	readonly role: 'anchor' | 'issuer' | 'end-entity';
	/** DER of the Name. */
	readonly subject: Uint8Array;
	readonly validity: Validity;
	readonly publicKey: EncodedPublicKey;
	/** For issuers alone; absent leaves it out. */
	readonly pathLength?: number | undefined;
	readonly keyUsage: readonly KeyUsage[];
	/** OIDs. */
	readonly extendedKeyUsage: readonly string[];
	/** Encoded GeneralNames. */
	readonly alternativeNames: readonly Uint8Array[];
}

/** Whose name and key stand behind a signature. */
export interface Signer {
	/** DER of the Name. */
	readonly name: Uint8Array;
	readonly privateKey: KeyObject;
	/** Absent when a root signs itself (RFC 5280, 4.2.1.1 allows that). */
	readonly keyIdentifier?: Uint8Array;
}

/** An issuer as the signer of others. */
export function signerOf({certificate, privateKey}: Issuer): Signer {
	const {subject, subjectKeyIdentifier: identifier} = certificate;
	const keyIdentifier =
		identifier.state === 'present'
			? Buffer.from(identifier.value, 'hex')
			: keyIdentifierOf(certificate.publicKey.keyBytes);
	return {name: subject.der, privateKey, keyIdentifier};
}

/**
 * Signs a certificate, reads it back, and has it judged.
 *
 * @throws {ExpectedError} `RULE_BROKEN` naming every rule that would be broken, with what mends each.
 */
export function certify(
	request: CertificateRequest,
	signer: Signer,
	{now, random, judge}: IssuingContext,
): Certificate {
	const {role, subject, validity, publicKey} = request;
	const der = writeCertificate(
		{
			...validity,
			serial: makeSerial(random),
			issuer: signer.name,
			subject,
			spki: publicKey.spki,
			extensions: writeExtensions(request, signer.keyIdentifier),
		},
		signer.privateKey,
	);
	const certificate = readBack(der);
	refuseBroken(certificate, judge({certificate, role, at: now}));
	return certificate;
}

function writeExtensions(request: CertificateRequest, authority: Uint8Array | undefined): readonly Uint8Array[] {
	const {role, pathLength, extendedKeyUsage: purposes, alternativeNames} = request;
	return [
		basicConstraints({isCa: role !== 'end-entity', pathLength}),
		keyUsage(request.keyUsage),
		...(purposes.length > 0 ? [extendedKeyUsage(purposes)] : []),
		...(alternativeNames.length > 0 ? [subjectAlternativeName(alternativeNames)] : []),
		subjectKeyIdentifier(keyIdentifierOf(request.publicKey.bits)),
		...(authority ? [authorityKeyIdentifier(authority)] : []),
	];
}

function refuseBroken({subject}: Certificate, judged: readonly BrokenRule[]): void {
	const broken = judged.filter(({severity}) => severity === 'error');
	const [first, ...others] = new Set(broken.map(({fix}) => fix));
	if (first !== undefined) {
		const reasons = broken.map(({rule, message}) => `${message} (${rule})`).join(' ');
		throw new ExpectedError(
			'RULE_BROKEN',
			`No certificate for ${printable(subject.text)} is made, since it would break a rule: ${reasons}`,
			{next: [first, ...others]},
		);
	}
}

/** A positive number of 159 bits, the top one set so that all are 20 octets long; 158 are random (EE-13; RFC 5280, 4.1.2.2). */
function makeSerial(random: (count: number) => Uint8Array): Uint8Array {
	const serial = Uint8Array.from(random(20));
	serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
	return serial;
}

function readBack(der: Uint8Array): Certificate {
	const read = Certificate.read(der);
	if (!read.ok) {
		throw new Error(`a certificate that was just written cannot be read: ${JSON.stringify(read.problem)}`);
	}

	return read.value;
}
