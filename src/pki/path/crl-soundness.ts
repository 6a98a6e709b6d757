import {type Crl, crlExtensionOids} from '../crl/crl.ts';
import {nameKey} from '../names/name-match.ts';
import {shownTime} from './requirement.ts';
import {findSignatureAlgorithm} from './signature-algorithm.ts';

/** Critical extensions that are processed (RFC 5280, section 5.2). */
const KNOWN: ReadonlySet<string> = new Set(Object.values(crlExtensionOids));

const known = new WeakMap<Crl, string | undefined>();

/**
 * Why a list cannot be relied on at any time and by whomever it is signed, as the rest of a sentence; undefined when it
 * can. A list with a critical extension that is not known must not be used at all (RFC 5280, sections 5.2 and 5.3).
 */
export function crlProblem(crl: Crl): string | undefined {
	if (!known.has(crl)) {
		known.set(crl, findProblem(crl));
	}

	return known.get(crl);
}

function findProblem(crl: Crl): string | undefined {
	const {version, extensions, entries} = crl;
	if (version !== 1 && version !== 2) {
		return `is of version ${version}, which does not exist`;
	}

	if (version === 1 && extensions.length > 0) {
		return 'has extensions although it is of version 1';
	}

	const unknown = extensions.find(({oid, isCritical}) => isCritical && !KNOWN.has(oid));
	if (unknown) {
		return `has the critical extension ${unknown.oid}, which is not known here`;
	}

	if (new Set(extensions.map(({oid}) => oid)).size < extensions.length) {
		return 'has an extension twice';
	}

	for (const decoded of [crl.issuingDistributionPoint, crl.deltaBase, crl.crlNumber, crl.authorityKeyIdentifier]) {
		if (decoded.state === 'malformed') {
			return `has an extension that cannot be read: ${decoded.problem.message}`;
		}
	}

	if (!entries.ok) {
		return `has an entry that cannot be read: ${entries.problem.message}`;
	}

	const odd = entries.value.find(({unusableBecause}) => unusableBecause !== undefined);
	return odd ? `has ${odd.unusableBecause}` : algorithmProblem(crl);
}

function algorithmProblem({signatureAlgorithm, tbsSignatureAlgorithm}: Crl): string | undefined {
	if (Buffer.compare(signatureAlgorithm.der, tbsSignatureAlgorithm.der) !== 0) {
		return 'names one signature algorithm inside its signed part and another outside';
	}

	const algorithm = findSignatureAlgorithm(signatureAlgorithm);
	return 'refusedBecause' in algorithm ? `is signed ${algorithm.refusedBecause}` : undefined;
}

const conforming = new WeakMap<Crl, {readonly problem: string | undefined}>();

/**
 * What a list breaks of RFC 5280, section 5, that its issuer had to keep and that section 6.3 does not look at, as the rest
 * of a sentence; undefined when nothing.
 */
export function crlConformanceProblem(crl: Crl): string | undefined {
	const before = conforming.get(crl);
	if (before) {
		return before.problem;
	}

	const problem = findConformanceProblem(crl);
	conforming.set(crl, {problem});
	return problem;
}

function findConformanceProblem({crlNumber, nextUpdate, entries}: Crl): string | undefined {
	if (crlNumber.state !== 'present') {
		return 'has no number (RFC 5280, section 5.2.3)';
	}

	if (crlNumber.isCritical) {
		return 'marks its number as critical, which it must never be (RFC 5280, section 5.2.3)';
	}

	if (!nextUpdate) {
		return 'does not say until when it holds (RFC 5280, section 5.1.2.5)';
	}

	const seen = new Set<string>();
	for (const {serialHex, certificateIssuer} of entries.ok ? entries.value : []) {
		const key = `${serialHex} ${nameKey(certificateIssuer)}`;
		if (seen.has(key)) {
			return `names the certificate with serial number ${serialHex.slice(0, 40)} twice`;
		}

		seen.add(key);
	}

	return undefined;
}

/** Why a list says nothing about this moment; undefined when it does. */
export function crlTimeProblem({thisUpdate, nextUpdate}: Crl, at: Date): string | undefined {
	if (at < thisUpdate) {
		return `is not valid before ${shownTime(thisUpdate)}, and the time asked about is ${shownTime(at)}`;
	}

	return nextUpdate && at > nextUpdate
		? `expired at ${shownTime(nextUpdate)}, and the time asked about is ${shownTime(at)}`
		: undefined;
}
