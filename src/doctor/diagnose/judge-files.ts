import {type JudgedItem, judgeItem} from '../../lint/lint-item.ts';
import type {LintInput} from '../../lint/lint-result.ts';
import {Certificate} from '../../pki/certificate/certificate.ts';
import type {Item} from '../../pki/intake/intake.ts';
import type {Finding} from '../../rules/finding.ts';
import {certificateRules} from '../../rules/judge-certificate.ts';
import {judgeFile} from '../../rules/judge-file.ts';
import {keyRules} from '../../rules/judge-key.ts';
import {judgeSet, setRules} from '../../rules/judge-set.ts';
import {likelyRole} from '../../rules/roles.ts';
import type {RuleText} from '../../rules/rule.ts';
import type {GivenThing} from '../../rules/thing-in-set.ts';
import type {FilesEvidence} from '../evidence/files.ts';
import {restoreFiles} from '../evidence/files-to-lint.ts';
import {seenIn} from '../evidence/look.ts';

/** What is found of the files that a command names, by what it is about. */
export interface JudgedFiles {
	/** How they are written, and whether what is in them can be read. */
	readonly form: readonly Finding[];
	/** The private key, and whose it is. */
	readonly key: readonly Finding[];
	/** The certificates by themselves. */
	readonly certificate: readonly Finding[];
	/** Who issued whom. */
	readonly chain: readonly Finding[];
}

/**
 * Judges the files that a command names by the rules of `lint`, the first certificate of the certificate file as what is
 * presented where none looks like that of an end entity. Pure.
 *
 * @param at - The moment of judgement.
 */
export function judgeFiles(files: FilesEvidence, at: Date): JudgedFiles {
	const inputs = restoreFiles(files);
	const presented = foremostIn(inputs, seenIn(files.certificate)?.path);
	const things = inputs.flatMap(file =>
		itemsOf(file).map((item, index) => {
			const judged = judgeItem(item, file, {at, ...(item === presented && {as: 'end-entity'})});
			return {findings: judged.findings, given: givenThing(file.path, index, judged)};
		}),
	);
	const together = judgeSet(
		things.map(({given}) => given),
		at,
	).flat();
	const wholes = inputs.flatMap(({path, intake}) => (intake ? judgeFile({notes: intake.notes, path}) : []));
	return sorted([...wholes, ...things.flatMap(({findings}) => findings), ...together]);
}

const ON_KEYS = idsOf(
	keyRules,
	setRules.filter(({id}) => /^set-(?:.*-)?key(?:ed|-|$)|^set-one-key$/.test(id)),
);
const ON_CERTIFICATES = idsOf(certificateRules);
const ON_CHAINS = idsOf(setRules.filter(({id}) => !ON_KEYS.has(id)));

function idsOf(...lists: readonly (readonly RuleText[])[]): ReadonlySet<string> {
	return new Set(lists.flat().map(({id}) => id));
}

function sorted(findings: readonly Finding[]): JudgedFiles {
	const others = findings.filter(({rule}) => !ON_KEYS.has(rule));
	const ofFiles = others.filter(({rule}) => !ON_CERTIFICATES.has(rule));
	return {
		form: ofFiles.filter(({rule}) => !ON_CHAINS.has(rule)),
		key: findings.filter(({rule}) => ON_KEYS.has(rule)),
		certificate: others.filter(({rule}) => ON_CERTIFICATES.has(rule)),
		chain: ofFiles.filter(({rule}) => ON_CHAINS.has(rule)),
	};
}

/** The first certificate of the file, where none of the others looks like that of an end entity: what is presented. */
function foremostIn(inputs: readonly LintInput[], path: string | undefined): Item | undefined {
	const file = inputs.find(input => input.path === path);
	const certificates = file ? itemsOf(file).filter(({kind}) => kind === 'certificate') : [];
	return certificates.some(isOfEndEntity) ? undefined : certificates[0];
}

function isOfEndEntity({der}: Item): boolean {
	const read = Certificate.read(der);
	return read.ok && likelyRole(read.value) === 'end-entity';
}

function itemsOf({intake}: LintInput): readonly Item[] {
	return intake?.items ?? [];
}

function givenThing(
	path: string,
	index: number,
	{item, role, read: {certificate, key, crl, requestedKey}}: JudgedItem,
): GivenThing {
	return {
		path,
		index,
		item,
		...(certificate && {certificate}),
		...(role && {role}),
		...(key && {key}),
		...(requestedKey && {requestedKey}),
		...(crl && {crl}),
	};
}
