import {type Certificate, valueOf as presentValue} from '../certificate/certificate.ts';
import {ALL_REASONS} from '../certificate/distribution-point.ts';
import type {Crl, CrlEntry} from '../crl/crl.ts';
import {areSameBytes} from '../der/der-values.ts';
import {nameKey} from '../names/name-match.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import {isAddressedTo, reasonsCovered} from './crl-scope.ts';
import {crlConformanceProblem, crlProblem, crlTimeProblem} from './crl-soundness.ts';
import type {PathDemands} from './demands.ts';
import {failureOf, nameOf, type PathFailure, shown, shownTime} from './requirement.ts';

/**
 * What revocation means to the person asking: not asked about; asked where a list of those who may revoke the certificate
 * is given, which must then settle it; or settled for every certificate of the path.
 */
export type RevocationMode = 'ignored' | 'if-crl-given' | 'required';

/** Answers whether somebody may sign a list about a certificate: `undefined` when yes, otherwise why not. */
export type SignerProblem = (crl: Crl, subject: CertificateFacts, issuer: CertificateFacts) => string | undefined;

/** A certificate of the path with the one that issued it. */
export interface Link {
	readonly subject: CertificateFacts;
	readonly issuer: CertificateFacts;
}

/** What a certificate is asked about with. */
export interface RevocationInputs {
	readonly crls: readonly Crl[];
	readonly at: Date;
	readonly mode: RevocationMode;
	readonly demands: PathDemands;
	readonly signerProblem: SignerProblem;
}

/** Asks the given lists about one certificate (RFC 5280, section 6.3.3). */
export function revocationFailures({subject, issuer}: Link, inputs: RevocationInputs): readonly PathFailure[] {
	const {crls, at, mode, demands, signerProblem} = inputs;
	const given = mode === 'ignored' ? [] : crls.filter(crl => isAddressedTo(crl, subject));
	if (mode === 'ignored' || (mode === 'if-crl-given' && given.length === 0)) {
		return [];
	}

	const {certificate} = subject;
	const about = given.filter(crl => reasonsCovered(crl, subject) !== 0);
	const problemOf = (crl: Crl) =>
		crlProblem(crl) ??
		(demands === 'rfc5280' ? crlConformanceProblem(crl) : undefined) ??
		signerProblem(crl, subject, issuer);
	const problems: string[] = [];
	let settled = 0;
	for (const complete of about.filter(isComplete)) {
		const problem = problemOf(complete);
		const deltas = problem === undefined ? usableDeltas(complete, about, at, problemOf) : [];
		const stale = deltas.length > 0 && at >= complete.thisUpdate ? undefined : crlTimeProblem(complete, at);
		if (problem !== undefined || stale !== undefined) {
			problems.push(`${titleOf(complete)} ${problem ?? stale}`);
			continue;
		}

		const entry = findEntry([...deltas.slice(0, 1), complete], subject);
		if (entry && entry.reason !== 'removeFromCRL') {
			return [revokedFailure(certificate, entry, complete)];
		}

		settled |= reasonsCovered(complete, subject);
	}

	return settled === ALL_REASONS
		? []
		: [failureOf('revocation-unknown', certificate, unknownBecause(issuer, {given, about}, settled, problems))];
}

function unknownBecause(
	issuer: CertificateFacts,
	{given, about}: {readonly given: readonly Crl[]; readonly about: readonly Crl[]},
	settled: number,
	problems: readonly string[],
): string {
	const start = 'may have been revoked; nothing given here says otherwise:';
	if (problems.length > 0) {
		return `${start} ${problems.slice(0, 3).join('; ')}.`;
	}

	if (settled !== 0) {
		return `${start} the lists given speak about some reasons for revocation only.`;
	}

	if (about.length > 0) {
		return `${start} of ${shown(issuer.certificate.subject)} there is only a delta CRL, without the complete list that it adds to.`;
	}

	const [other] = given;
	return other
		? `${start} ${titleOf(other)} says that it is about other certificates.`
		: `${start} there is no CRL from ${nameOf(issuer.certificate)} that is about it.`;
}

function isComplete(crl: Crl): boolean {
	return crl.deltaBase.state === 'absent';
}

function titleOf(crl: Crl): string {
	return `the CRL of ${shown(crl.issuer)} from ${shownTime(crl.thisUpdate)}`;
}

/** The words for a certificate that a list names. */
export function revokedFailure(certificate: Certificate, {revokedAt, reason}: CrlEntry, crl: Crl): PathFailure {
	const because = reason === undefined ? '' : ` (${reason})`;
	return failureOf('revoked', certificate, `was revoked at ${shownTime(revokedAt)}${because}, says ${titleOf(crl)}.`);
}

/**
 * Deltas that add to a complete list, newest first (section 5.2.4): of the same issuer and scope, based on this list or
 * an older one, newer than it, in force, and signed by someone who may.
 */
function usableDeltas(
	complete: Crl,
	all: readonly Crl[],
	at: Date,
	problemOf: (delta: Crl) => string | undefined,
): readonly Crl[] {
	const number = presentValue(complete.crlNumber);
	if (number === undefined) {
		return [];
	}

	return all
		.filter(delta => {
			const base = presentValue(delta.deltaBase);
			const own = presentValue(delta.crlNumber);
			return base !== undefined && own !== undefined && base <= number && number <= own && isSameScope(delta, complete);
		})
		.filter(delta => (problemOf(delta) ?? crlTimeProblem(delta, at)) === undefined)
		.toSorted((one, other) => Number((presentValue(other.crlNumber) ?? 0n) - (presentValue(one.crlNumber) ?? 0n)));
}

function isSameScope(one: Crl, other: Crl): boolean {
	const scope = (crl: Crl) => crl.extensions.find(({oid}) => oid === '2.5.29.28')?.value ?? new Uint8Array();
	const key = (crl: Crl) => presentValue(crl.authorityKeyIdentifier)?.keyIdentifier;
	return (
		nameKey(one.issuer) === nameKey(other.issuer) && areSameBytes(scope(one), scope(other)) && key(one) === key(other)
	);
}

/** What the newest list that names the certificate says about it. */
export function findEntry(
	newestFirst: readonly Crl[],
	{certificate, issuerKey}: CertificateFacts,
): CrlEntry | undefined {
	for (const crl of newestFirst) {
		const entries = crl
			.entriesFor(certificate.serial.hex)
			.filter(({certificateIssuer}) => nameKey(certificateIssuer) === issuerKey);
		if (entries.length > 0) {
			return entries.find(({reason}) => reason !== 'removeFromCRL') ?? entries[0];
		}
	}

	return undefined;
}
