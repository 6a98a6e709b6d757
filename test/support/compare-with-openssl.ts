import {Certificate, decodedValue} from '../../src/pki/certificate/certificate.ts';
import {Crl} from '../../src/pki/crl/crl.ts';
import {type CertificateFacts, factsOf} from '../../src/pki/path/certificate-facts.ts';
import {compareKeyIdentifiers} from '../../src/pki/path/links.ts';
import {findSignatureAlgorithm} from '../../src/pki/path/signature-algorithm.ts';
import {isSignedBy} from '../../src/pki/path/verify-signature.ts';
import type {ValidatedPath} from '../../src/rules/validate-path.ts';
import {askUs, type Comparison, type ComparisonSize, compareWith} from './comparison.ts';
import {askOpenssl, type Judgement} from './path-judges.ts';
import {policyTreeHolds} from './policy-tree.ts';
import type {RandomHierarchy} from './random-hierarchy.ts';

/** Puts random hierarchies to us and to `openssl verify`; strict is `-x509_strict` there, and all of RFC 5280 here. */
export function compareWithOpenssl({
	isStrict = false,
	...size
}: ComparisonSize & {readonly isStrict?: boolean}): Comparison {
	const {folder} = size;
	return compareWith(
		{
			demands: isStrict ? 'rfc5280' : 'section-6',
			ask: hierarchy => askOpenssl(hierarchy, folder, isStrict),
			explain: (hierarchy, ours) => explainOpenssl(hierarchy, ours, {folder, isStrict}),
		},
		size,
	);
}

/** Why we are right where openssl says something else; undefined when the hierarchy does not show it. */
export function explainOpenssl(
	hierarchy: RandomHierarchy,
	ours: ValidatedPath,
	{folder, isStrict}: {readonly folder: string; readonly isStrict: boolean},
): string | undefined {
	const ask = (question: RandomHierarchy) => askOpenssl(question, folder, isStrict);
	return ours.accepted
		? whyWeAccept(hierarchy, ours, ask)
		: whyWeRefuse(hierarchy, ours, ask, question => askOpenssl(question, folder, true));
}

type Ask = (hierarchy: RandomHierarchy) => Judgement;

/** Reasons that docs/adr gives, each shown by the hierarchy at hand. */
export const OPENSSL_REASONS = {
	oneWay: 'openssl goes one way up and does not come back; given our path alone it accepts',
	keyIdentifiers:
		'openssl takes key identifiers that differ for a refusal; the signature shows that the key is the right one',
	selfIssued: 'openssl takes a self-issued certificate for self-signed, or for its own issuer',
	sameName: 'openssl tells issuers of one name apart by key identifiers, and there are none',
	oneList: 'openssl picks one list of several, by key identifiers; given only the lists that our path needs it agrees',
	listSigner:
		'openssl looks for the signer of a list by key identifiers; the key that signed it is the one on our path',
	anchorAsked: 'openssl asks whether an anchor that is an intermediate was revoked; an anchor is trusted as it is',
	policyTree: 'the tree that RFC 5280 spells out gives our verdict on policies',
	notSaid: 'openssl without -x509_strict takes certificates for CAs that do not say so',
	noKeyUsage: 'openssl -x509_strict refuses CAs without key usage, which section 6.1.4 (n) does not ask for',
	anchorKeys: 'openssl -x509_strict does not ask an anchor that somebody else signed for an authority key identifier',
} as const;

function whyWeAccept(hierarchy: RandomHierarchy, {answer}: ValidatedPath, ask: Ask): string | undefined {
	const path = answer?.path ?? [];
	const [target, ...above] = path;
	const anchor = above.at(-1);
	if (!target || !anchor) {
		return undefined;
	}

	const alone = {
		...hierarchy,
		certificate: target.der,
		anchors: [anchor.der],
		intermediates: above.slice(0, -1).map(({der}) => der),
	};
	const {accepted, words} = ask(alone);
	if (accepted) {
		return OPENSSL_REASONS.oneWay;
	}

	if (isAboutKeyUsageAlone(words, path)) {
		return OPENSSL_REASONS.noKeyUsage;
	}

	if (hierarchy.crls.length > 0 && /CRL|revoked|error (?:3|8|12|23|44|54) /.test(words)) {
		return whyListsAreFine(hierarchy, alone, path, ask);
	}

	if (/policy|error 4[23] /.test(words)) {
		const inputs = {initial: hierarchy.policies, requireExplicit: hierarchy.policies.length > 0};
		const facts = path.slice(0, -1).map(factsOf).toReversed();
		return policyTreeHolds(facts, inputs) ? OPENSSL_REASONS.policyTree : undefined;
	}

	return ABOUT_ISSUERS.test(words) ? whyIssuersAreRight(path) : undefined;
}

/** True when openssl has nothing against a path but that a CA on it has no key usage. */
function isAboutKeyUsageAlone(words: string, path: readonly Certificate[]): boolean {
	const codes = [...words.matchAll(/error (\d+) at/g)].map(([, code]) => code);
	const isSo = codes.length > 0 && codes.every(code => code === '81' || code === '92');
	return isSo && path.slice(1).some(({keyUsage}) => keyUsage.state === 'absent');
}

/** openssl's errors about issuers that it did not find, or took for another. */
const ABOUT_ISSUERS = /error (?:2|7|18|19|20|21|30|31|54) /;

/** What of a path makes openssl, and certtool, look for another issuer or end early. */
export function whyIssuersAreRight(path: readonly Certificate[]): string | undefined {
	const pairs = path.slice(1).map((issuer, index) => [path[index], issuer] as const);
	if (pairs.some(([subject, issuer]) => subject && compareKeyIdentifiers(subject, issuer) === 'different')) {
		return OPENSSL_REASONS.keyIdentifiers;
	}

	if (path.some(isSignedByAnotherKeyOfItsName)) {
		return OPENSSL_REASONS.selfIssued;
	}

	return hasTwoOfOneName(path) ? OPENSSL_REASONS.sameName : undefined;
}

/** Self-issued, and not self-signed. */
function isSignedByAnotherKeyOfItsName(certificate: Certificate): boolean {
	const how = findSignatureAlgorithm(certificate.signatureAlgorithm);
	return (
		factsOf(certificate).isSelfIssued &&
		!('refusedBecause' in how) &&
		!isSignedBy(certificate, certificate.publicKey, how)
	);
}

function hasTwoOfOneName(path: readonly Certificate[]): boolean {
	const names = path.slice(1).map(certificate => factsOf(certificate).subjectKey);
	return new Set(names).size < names.length;
}

/** Asks again with the lists alone that the keys of our path signed. */
function whyListsAreFine(
	hierarchy: RandomHierarchy,
	alone: RandomHierarchy,
	path: readonly Certificate[],
	ask: Ask,
): string | undefined {
	const needed = neededLists(alone.crls, path);
	const withNeeded = ask({...alone, crls: needed});
	if (withNeeded.accepted || isAboutKeyUsageAlone(withNeeded.words, path)) {
		return OPENSSL_REASONS.oneList;
	}

	const {words} = withNeeded;
	const isAboutAnchor = words.includes(`at ${path.length - 1} depth lookup`);
	if (isAboutAnchor && /CRL|revoked/.test(words)) {
		return OPENSSL_REASONS.anchorAsked;
	}

	const isIssuerNamedOddly = path.slice(1).some(issuer => {
		const named = decodedValue(issuer.subjectKeyIdentifier);
		return needed.some(der => {
			const crl = Crl.read(der);
			const wanted = crl.ok ? decodedValue(crl.value.authorityKeyIdentifier)?.keyIdentifier : undefined;
			return crl.ok && isListOf(crl.value, issuer) && wanted !== undefined && wanted !== named;
		});
	});
	const isAboutSigners = ask(hierarchy).words.includes('[CRL path]') && isListBySisterKey(hierarchy, path);
	if (isIssuerNamedOddly || isAboutSigners) {
		return OPENSSL_REASONS.listSigner;
	}

	const depth = Number(/error 3 at (\d+) depth/.exec(words)?.[1] ?? -1);
	const asked = path[depth];
	if (asked && isSignedByAnotherKeyOfItsName(asked)) {
		return OPENSSL_REASONS.selfIssued;
	}

	return ABOUT_ISSUERS.test(words) ? whyIssuersAreRight(path) : undefined;
}

/** True when a certificate of the pool, of the name of an issuer on our path and of another key, signed one of the lists. */
function isListBySisterKey({intermediates, crls}: RandomHierarchy, path: readonly Certificate[]): boolean {
	const sisters = intermediates.flatMap(der => {
		const read = Certificate.read(der);
		const facts = read.ok ? factsOf(read.value) : undefined;
		const isSister = path.slice(1).some(certificate => {
			const issuer = factsOf(certificate);
			return issuer.subjectKey === facts?.subjectKey && issuer.publicKey !== facts.publicKey;
		});
		return facts && isSister ? [facts.certificate] : [];
	});
	return neededLists(crls, [...path.slice(0, 1), ...sisters]).length > 0;
}

function neededLists(crls: readonly Uint8Array[], path: readonly Certificate[]): readonly Uint8Array[] {
	return crls.filter(der => {
		const crl = Crl.read(der);
		return crl.ok && path.slice(1).some(issuer => isListOf(crl.value, issuer));
	});
}

function isListOf(crl: Crl, issuer: Certificate): boolean {
	const how = findSignatureAlgorithm(crl.signatureAlgorithm);
	return !('refusedBecause' in how) && isSignedBy(crl, issuer.publicKey, how);
}

function whyWeRefuse(hierarchy: RandomHierarchy, ours: ValidatedPath, ask: Ask, askStrictly: Ask): string | undefined {
	const rules = new Set(ours.findings.map(({rule}) => rule));
	if (rules.has('path-ca') && !askStrictly(hierarchy).accepted) {
		return OPENSSL_REASONS.notSaid;
	}

	if (rules.has('path-revoked') && isRevokedByOneList(hierarchy, ask)) {
		return OPENSSL_REASONS.oneList;
	}

	if (rules.has('path-conforming') && isForgivenToAnchor(hierarchy, ours, ask)) {
		return OPENSSL_REASONS.anchorKeys;
	}

	const isByTree =
		rules.has('path-policy') &&
		policyRefusals(ours).every(
			path => !policyTreeHolds(path, {initial: hierarchy.policies, requireExplicit: hierarchy.policies.length > 0}),
		);
	return isByTree ? OPENSSL_REASONS.policyTree : undefined;
}

/**
 * True when openssl accepts without the certificates that do not conform either and are no anchors, and there is nothing
 * then that we have against a path but that its anchor, which somebody else signed, lacks an authority key identifier.
 */
function isForgivenToAnchor(hierarchy: RandomHierarchy, ours: ValidatedPath, ask: Ask): boolean {
	const anchors = new Set(hierarchy.anchors.map(base64));
	const others = new Set(
		lackingIn(ours)
			.map(({der}) => base64(der))
			.filter(text => !anchors.has(text)),
	);
	const rest = {...hierarchy, intermediates: hierarchy.intermediates.filter(der => !others.has(base64(der)))};
	const lacking = lackingIn(askUs(rest, 'rfc5280'));
	return (
		lacking.length > 0 &&
		lacking.every(certificate => anchors.has(base64(certificate.der)) && isCrossSignedWithoutKeyName(certificate)) &&
		askUs(rest, 'section-6').accepted &&
		ask(rest).accepted
	);
}

/** What we refused for not conforming. */
function lackingIn({answer}: ValidatedPath): readonly Certificate[] {
	return (answer?.failures ?? [])
		.filter(({requirement}) => requirement === 'conforming')
		.map(({certificate}) => certificate);
}

function isCrossSignedWithoutKeyName(certificate: Certificate): boolean {
	return !factsOf(certificate).isSelfIssued && certificate.authorityKeyIdentifier.state === 'absent';
}

function base64(der: Uint8Array): string {
	return Buffer.from(der).toString('base64');
}

/** True when openssl refuses once one list alone stands for each name. */
function isRevokedByOneList(hierarchy: RandomHierarchy, ask: Ask): boolean {
	const lists = hierarchy.crls.flatMap(der => {
		const crl = Crl.read(der);
		return crl.ok ? [{der, issuer: crl.value.issuer.text}] : [];
	});
	return lists.some(({der, issuer}) => {
		const crls = lists.filter(other => other.der === der || other.issuer !== issuer).map(list => list.der);
		return /error 23 /.test(ask({...hierarchy, crls}).words);
	});
}

/** Ways to an anchor that we refused for their policies, from the certificate that the anchor issued to the target. */
function policyRefusals({answer}: ValidatedPath): readonly (readonly CertificateFacts[])[] {
	return (answer?.attempt.failedPaths ?? [])
		.filter(({failures}) => failures.some(({requirement}) => requirement === 'policy'))
		.map(({path}) => path.slice(0, -1).toReversed());
}
