import {printable} from '../../printable.ts';
import {type Certificate, decodedValue} from '../certificate.ts';
import {signatureProblem} from './certificate-signature.ts';

/** What a certification path must keep. */
export type PathRequirement =
	| 'issuer-present'
	| 'key-identifier'
	| 'signature-algorithm'
	| 'signature'
	| 'ca'
	| 'key-cert-sign'
	| 'path-length'
	| 'depth'
	| 'validity'
	| 'end-entity-validity';

/** Which certificate failed which requirement. */
export interface PathFailure {
	readonly requirement: PathRequirement;
	readonly certificate: Certificate;
	/** A sentence with the values; safe to show. */
	readonly message: string;
}

/** Says what a certificate does wrong, naming it. */
export function failure(requirement: PathRequirement, certificate: Certificate, what: string): PathFailure {
	return {requirement, certificate, message: `Certificate ${nameOf(certificate)} ${what}`};
}

/**
 * Judges whether a certificate of the right name issued the last one of a path, and was allowed to
 * (RFC 5280, sections 6.1.3 and 6.1.4).
 *
 * @param path - End-entity certificate first; at least that.
 */
export function judgeLink(
	path: readonly [Certificate, ...Certificate[]],
	issuer: Certificate,
	at: Date,
): readonly PathFailure[] {
	const certificate = path.at(-1) ?? path[0];
	return [
		...judgeKeyIdentifier(certificate, issuer),
		...judgeSignature(certificate, issuer),
		...judgeIssuer(issuer),
		...judgePathLength(issuer, path),
		...judgeValidity('validity', issuer, at),
	];
}

/** Both ends of the validity are included (RFC 5280, section 4.1.2.5). */
export function judgeValidity(
	requirement: PathRequirement,
	certificate: Certificate,
	at: Date,
): readonly PathFailure[] {
	const {notBefore, notAfter} = certificate.validity;
	if (at < notBefore) {
		const what = `is not valid before ${notBefore.toISOString()}; it is ${at.toISOString()}.`;
		return [failure(requirement, certificate, what)];
	}

	return at > notAfter
		? [failure(requirement, certificate, `expired at ${notAfter.toISOString()}; it is ${at.toISOString()}.`)]
		: [];
}

function judgeKeyIdentifier(certificate: Certificate, issuer: Certificate): readonly PathFailure[] {
	const wanted = decodedValue(certificate.authorityKeyIdentifier)?.keyIdentifier;
	const had = decodedValue(issuer.subjectKeyIdentifier);
	return wanted === undefined || had === undefined || wanted === had
		? []
		: [failure('key-identifier', certificate, `names issuer key ${wanted}; ${nameOf(issuer)} at hand has ${had}.`)];
}

function judgeSignature(certificate: Certificate, issuer: Certificate): readonly PathFailure[] {
	const found = signatureProblem(certificate, issuer);
	const requirement = found?.kind === 'algorithm' ? 'signature-algorithm' : 'signature';
	return found ? [failure(requirement, certificate, `${found.message} (issuer ${nameOf(issuer)}).`)] : [];
}

function judgeIssuer(issuer: Certificate): readonly PathFailure[] {
	const {version, keyUsage} = issuer;
	const isMarked = version === 3 && decodedValue(issuer.basicConstraints)?.isCa === true;
	const maySign =
		keyUsage.state === 'absent' || (keyUsage.state === 'present' && keyUsage.value.includes('keyCertSign'));
	return [
		...(isMarked
			? []
			: [failure('ca', issuer, 'has issued another but is not marked as a CA (version 3, basicConstraints cA).')]),
		...(maySign
			? []
			: [failure('key-cert-sign', issuer, 'has issued another but its key usage leaves out keyCertSign.')]),
	];
}

/** Certificates that issuers give themselves do not count (RFC 5280, section 6.1.4 (l)). */
function judgePathLength(issuer: Certificate, path: readonly Certificate[]): readonly PathFailure[] {
	const allowed = decodedValue(issuer.basicConstraints)?.pathLength;
	const below = path.slice(1).filter(({isSelfIssued}) => !isSelfIssued).length;
	return allowed === undefined || below <= allowed
		? []
		: [failure('path-length', issuer, `allows ${allowed} intermediates below it and has ${below}.`)];
}

function nameOf({subject}: Certificate): string {
	return subject.isEmpty ? 'without subject' : printable(subject.text);
}
