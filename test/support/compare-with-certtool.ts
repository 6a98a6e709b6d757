import {factsOf} from '../../src/pki/path/certificate-facts.ts';
import type {ValidatedPath} from '../../src/rules/validate-path.ts';
import {explainOpenssl, whyIssuersAreRight} from './compare-with-openssl.ts';
import {type Comparison, type ComparisonSize, compareWith} from './comparison.ts';
import {askCerttool, askOpenssl} from './path-judges.ts';
import type {RandomHierarchy} from './random-hierarchy.ts';

/**
 * Puts random hierarchies to us and to `certtool --verify`: without policies and lists, which it is not asked about, and at
 * the present moment, since it takes no other. Where it differs, openssl has to say as we do, or docs/adr why it does not.
 */
export function compareWithCerttool(size: ComparisonSize): Comparison {
	const {folder} = size;
	const at = new Date(Math.floor(Date.now() / 1000) * 1000);
	return compareWith(
		{
			options: {hasPolicies: false, hasLists: false, at},
			demands: 'section-6',
			ask: hierarchy => askCerttool(hierarchy, folder),
			explain(hierarchy, ours, {words}) {
				const theirs = askOpenssl(hierarchy, folder);
				const doesOpensslAgree =
					theirs.accepted === ours.accepted || explainOpenssl(hierarchy, ours, {folder, isStrict: false}) !== undefined;
				const verdict = words.slice(words.lastIndexOf('Chain verification output'));
				return doesOpensslAgree ? explain(hierarchy, ours, verdict, folder) : undefined;
			},
		},
		size,
	);
}

/** Reasons that docs/adr gives. */
const REASONS = {
	order: 'certtool takes a chain in its order; given our path alone it accepts',
	names: 'certtool compares names with constraints of another form, and does not compare URIs and directory names',
	length: 'certtool counts self-issued certificates as intermediates',
	anchorMarks: 'certtool asks an anchor neither whether it is a CA nor what it may be used for',
} as const;

function explain(hierarchy: RandomHierarchy, ours: ValidatedPath, verdict: string, folder: string): string | undefined {
	if (!ours.accepted) {
		return whyWeRefuse(hierarchy, ours);
	}

	const path = ours.answer?.path ?? [];
	const alone = {
		...hierarchy,
		intermediates: path.slice(1, -1).map(({der}) => der),
		anchors: path.slice(-1).map(({der}) => der),
	};
	const again = askCerttool(alone, folder);
	if (again.accepted) {
		return REASONS.order;
	}

	const lastWords = again.words.slice(again.words.lastIndexOf('Chain verification output'));
	if (lastWords.includes("violates the signer's constraints")) {
		const facts = path.map(factsOf);
		const isAboutNames = facts.some(({nameConstraints}) => nameConstraints.state === 'present');
		return isAboutNames ? REASONS.names : facts.some(({isSelfIssued}) => isSelfIssued) ? REASONS.length : undefined;
	}

	const why = /issuer is unknown|not a CA|signature in the certificate is invalid/.test(`${lastWords} ${verdict}`)
		? whyIssuersAreRight(path)
		: undefined;
	return why?.replace('openssl', 'certtool');
}

function whyWeRefuse(hierarchy: RandomHierarchy, {findings, answer}: ValidatedPath): string | undefined {
	const rules = new Set(findings.map(({rule}) => rule));
	if (rules.has('path-name-constraints')) {
		return REASONS.names;
	}

	const anchors = new Set(hierarchy.anchors.map(der => Buffer.from(der).toString('base64')));
	const isMark = (answer?.failures ?? []).some(
		({requirement, certificate}) =>
			(requirement === 'ca' || requirement === 'purpose') &&
			anchors.has(Buffer.from(certificate.der).toString('base64')),
	);
	return isMark ? REASONS.anchorMarks : undefined;
}
