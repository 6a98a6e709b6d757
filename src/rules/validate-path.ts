import {Certificate} from '../pki/certificate/certificate.ts';
import {Crl} from '../pki/crl/crl.ts';
import type {PathDemands} from '../pki/path/demands.ts';
import {findCertificationPath, type PathAnswer} from '../pki/path/find-path.ts';
import type {PathPurpose} from '../pki/path/own-failures.ts';
import type {PathRequirement} from '../pki/path/requirement.ts';
import {printable} from '../printable.ts';
import type {Result} from '../result.ts';
import type {AttemptedPath} from './attempted-path.ts';
import type {Finding} from './finding.ts';
import {judgePath} from './judge-path.ts';

/** What `validatePath` is asked. All certificates and lists are DER. */
export interface ValidatePathInput {
	/** The end-entity certificate. */
	readonly certificate: Uint8Array;
	/** In any order; those that no path needs do no harm, readable or not. */
	readonly intermediates: readonly Uint8Array[];
	/** Their own dates, CA flag, key usage, path length and name constraints are honoured. */
	readonly anchors: readonly Uint8Array[];
	readonly crls?: readonly Uint8Array[];
	/** The moment of judgement; now unless given. */
	readonly at?: Date;
	/** `client-auth` unless given: extended key usages along the path must allow it. */
	readonly purpose?: PathPurpose;
	/**
	 * `if-crl-given` unless given: where a list of those who may revoke a certificate is given, it must settle whether it is
	 * revoked, and where there is none nobody asks; a list that cannot be read might be anybody's. With `required`,
	 * revocation must be settled for every certificate below the anchor.
	 */
	readonly revocation?: 'if-crl-given' | 'required';
	/** How many intermediates that are not self-issued the path may hold; 30 unless given. */
	readonly maxDepth?: number;
	/**
	 * `rfc5280` unless given: section 6, and what section 4 asks of those who issue. `section-6` asks for less, `service` for
	 * what is documented of Roles Anywhere.
	 */
	readonly demands?: PathDemands;
	/** RFC 5280, section 6.1.1 (c), (e), (f) and (g). */
	readonly policies?: {
		/** Acceptable policies, as object identifiers; any unless given. */
		readonly initial?: readonly string[];
		readonly requireExplicit?: boolean;
		readonly inhibitMapping?: boolean;
		readonly inhibitAny?: boolean;
	};
}

/** What `validatePath` answers. */
export interface PathResult {
	readonly accepted: boolean;
	/** SHA-256 fingerprints, end-entity certificate first and anchor last; empty unless accepted. */
	readonly path: readonly string[];
	/** Why not: those of the path that came nearest first. Empty when accepted. */
	readonly findings: readonly Finding[];
}

/** As {@link PathResult}, with what was tried. */
export interface ValidatedPath extends PathResult {
	/** Undefined when the end-entity certificate cannot be read. */
	readonly answer: PathAnswer | undefined;
}

/**
 * Builds and validates a certification path as RFC 5280, section 6, says, and tells why there is none.
 *
 * Synchronous. Never throws on any bytes: what cannot be read is a finding. The order of what is given makes no
 * difference. Ends within about a second on any input, refusing with `path-budget` where more would be needed.
 *
 * @throws {RangeError} When `at` is no date.
 */
export function validatePath(input: ValidatePathInput): PathResult {
	const {accepted, path, findings} = explainPath(input);
	return {accepted, path, findings};
}

/** As {@link validatePath}, with what was tried, for those who draw it. */
export function explainPath(input: ValidatePathInput): ValidatedPath {
	const [target] = readAll('certificate', [input.certificate], Certificate.read).entries;
	const intermediates = readAll('intermediates', input.intermediates, Certificate.read);
	const anchors = readAll('anchors', input.anchors, Certificate.read);
	const crls = readAll('crls', input.crls ?? [], Crl.read);
	const unreadable = [...anchors.unreadable, ...intermediates.unreadable, ...crls.unreadable];
	if (!target) {
		const {unreadable: own} = readAll('certificate', [input.certificate], Certificate.read);
		return {accepted: false, path: [], findings: judgePath({failures: own}), answer: undefined};
	}

	const answer = findCertificationPath({
		target: target.value,
		intermediates: intermediates.entries.map(({value}) => value),
		anchors: anchors.entries.map(({value}) => value),
		crls: crls.entries.map(({value}) => value),
		at: input.at ?? new Date(),
		purpose: input.purpose ?? 'client-auth',
		revocation: input.revocation ?? 'if-crl-given',
		...(input.maxDepth !== undefined && {maxDepth: input.maxDepth}),
		...(input.policies && {policies: input.policies}),
		...(input.demands && {demands: input.demands}),
	});
	const isUnsettled = crls.unreadable.length > 0 && input.revocation !== 'required';
	if (answer.isAccepted && !isUnsettled) {
		return {accepted: true, path: answer.path.map(({fingerprint}) => fingerprint), findings: [], answer};
	}

	const places = new Map(
		[...intermediates.entries, ...anchors.entries, {...target, at: 'certificate'}].map(({value, at}) => [
			value.fingerprint,
			at,
		]),
	);
	const failures = answer.failures.map(({requirement, certificate, message, fix}) => ({
		requirement,
		message,
		at: places.get(certificate.fingerprint) ?? '',
		...(fix !== undefined && {fix}),
	}));
	return {accepted: false, path: [], findings: judgePath({failures: [...failures, ...unreadable]}), answer};
}

interface Entry<Value> {
	readonly value: Value;
	readonly at: string;
}

function readAll<Value>(
	place: string,
	all: readonly Uint8Array[],
	read: (der: Uint8Array) => Result<Value, {readonly message: string}>,
): {readonly entries: readonly Entry<Value>[]; readonly unreadable: AttemptedPath['failures']} {
	const entries: Entry<Value>[] = [];
	const unreadable: {requirement: PathRequirement; at: string; message: string}[] = [];
	for (const [index, der] of all.entries()) {
		const at = place === 'certificate' ? place : `${place}[${index}]`;
		const result = read(der);
		if (result.ok) {
			entries.push({value: result.value, at});
		} else {
			const what = place === 'crls' ? 'CRL' : 'certificate';
			unreadable.push({
				requirement: 'readable',
				at,
				message: `The ${what} cannot be read: ${printable(result.problem.message)}.`,
			});
		}
	}

	return {entries, unreadable};
}
