import {Certificate, valueOf as presentValue} from '../../src/pki/certificate/certificate.ts';
import {factsOf} from '../../src/pki/path/certificate-facts.ts';
import {compareKeyIdentifiers} from '../../src/pki/path/links.ts';
import {explainPath, type ValidatedPath} from '../../src/rules/validate-path.ts';
import {hierarchyTime} from './hierarchy.ts';
import {askOpenssl} from './path-judges.ts';
import {HierarchyMaker, type RandomHierarchy} from './random-hierarchy.ts';

/** What came of putting many hierarchies to both. */
export interface Comparison {
	readonly agreed: number;
	readonly accepted: number;
	/** Disagreements by the reason that docs/adr gives for them. */
	readonly explained: ReadonlyMap<string, number>;
	/** One paragraph each. */
	readonly unexplained: readonly string[];
}

/** Puts random hierarchies to us and to `openssl verify`. */
export function compareWithOpenssl({seed, count, folder}: {seed: number; count: number; folder: string}): Comparison {
	const explained = new Map<string, number>();
	const unexplained: string[] = [];
	let [agreed, accepted] = [0, 0];
	const maker = new HierarchyMaker(seed);
	for (let index = 0; index < count; index += 1) {
		const hierarchy = maker.make();
		const theirs = askOpenssl(hierarchy, folder);
		const ours = judge(hierarchy);
		if (ours.accepted === theirs.accepted) {
			agreed += 1;
			accepted += ours.accepted ? 1 : 0;
			continue;
		}

		const why = ours.accepted ? whyWeAccept(hierarchy, ours, folder) : whyWeRefuse(hierarchy, ours, folder);
		if (why === undefined) {
			unexplained.push(describe(index, hierarchy, ours, theirs.words));
		} else {
			explained.set(why, (explained.get(why) ?? 0) + 1);
		}
	}

	return {agreed, accepted, explained, unexplained};
}

function judge({certificate, intermediates, anchors, crls, policies}: RandomHierarchy): ValidatedPath {
	return explainPath({
		certificate,
		intermediates,
		anchors,
		crls,
		at: hierarchyTime,
		revocation: crls.length > 0 ? 'required' : 'if-crl-given',
		policies: {initial: policies, requireExplicit: policies.length > 0},
	});
}

/** Each reason is told of in docs/adr. */
function whyWeAccept(hierarchy: RandomHierarchy, {answer}: ValidatedPath, folder: string): string | undefined {
	const certificates = answer?.path ?? [];
	const [certificate, ...above] = certificates.map(({der}) => der);
	const anchor = above.at(-1);
	if (!certificate || !anchor) {
		return undefined;
	}

	const alone = {...hierarchy, certificate, anchors: [anchor], intermediates: above.slice(0, -1)};
	const {accepted, words} = askOpenssl(alone, folder);
	if (accepted) {
		return 'openssl goes one way up and does not come back; given our path alone it accepts';
	}

	if (certificates.some((issuer, index) => index > 0 && areKeysNamedDifferently(certificates[index - 1], issuer))) {
		return 'openssl takes key identifiers that differ for a refusal; the signature shows that the key is the right one';
	}

	if (certificates.slice(1, -1).some(({isSelfIssued}) => isSelfIssued) && /error (?:2|7|18|19|20|54) /.test(words)) {
		return 'openssl takes a self-issued certificate for self-signed, or for its own issuer';
	}

	const names = new Set(certificates.slice(1).map(({subject}) => subject.text));
	if (names.size < certificates.length - 1 && /error (?:3|7|8|44|54) /.test(words)) {
		return 'openssl tells issuers of one name apart by key identifiers, and there are none';
	}

	const isOfOneList = hierarchy.crls.length > 1 && /error 8 /.test(words);
	const isOddlyNamed = hierarchy.features.includes('odd-ski') && /error 3 /.test(words);
	if (isOfOneList || isOddlyNamed || words.includes('[CRL path]')) {
		return PICKS_ONE_LIST;
	}

	if (words.includes('no explicit policy') && hierarchy.intermediates.some(mapsAnyPolicy)) {
		return LOSES_MAPPING;
	}

	const isAboutAnchor = words.includes(`at ${certificates.length - 1} depth lookup`);
	return isAboutAnchor && /CRL|revoked/.test(words)
		? 'openssl asks whether an anchor that is an intermediate was revoked; an anchor is trusted as it is'
		: undefined;
}

function areKeysNamedDifferently(subject: Certificate | undefined, issuer: Certificate): boolean {
	return subject !== undefined && compareKeyIdentifiers(subject, issuer) === 'different';
}

function whyWeRefuse(hierarchy: RandomHierarchy, {findings}: ValidatedPath, folder: string): string | undefined {
	const rules = new Set(findings.map(({rule}) => rule));
	if (rules.has('path-ca') && !askOpenssl(hierarchy, folder, true).accepted) {
		return 'openssl without -x509_strict takes certificates for CAs that do not say so';
	}

	if (rules.has('path-revoked') && hierarchy.crls.length > 1) {
		return PICKS_ONE_LIST;
	}

	if (rules.has('path-policy')) {
		return hierarchy.intermediates.some(mapsAnyPolicy) ? LOSES_MAPPING : 'openssl lets an emptied policy tree pass';
	}

	return undefined;
}

const PICKS_ONE_LIST =
	'openssl picks a list and its signer by names and key identifiers, and does not go on to another';
const LOSES_MAPPING = 'openssl does not carry what was mapped from anyPolicy through another anyPolicy';

function mapsAnyPolicy(der: Uint8Array): boolean {
	const certificate = Certificate.read(der);
	const facts = certificate.ok ? factsOf(certificate.value) : undefined;
	return facts?.policyMappings.state === 'present' && presentValue(facts.policies)?.includes('2.5.29.32.0') === true;
}

function describe(index: number, {features}: RandomHierarchy, ours: ValidatedPath, words: string): string {
	const reasons = ours.findings.map(({rule, message}) => `    ${rule}: ${message}`).join('\n');
	return `#${index} ${ours.accepted ? 'we accept, openssl refuses' : 'we refuse, openssl accepts'} [${features.join(' ')}]\n    openssl: ${words.replaceAll('\n', ' | ')}\n${reasons}`;
}
