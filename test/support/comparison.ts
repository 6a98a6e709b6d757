import type {PathDemands} from '../../src/pki/path/demands.ts';
import {explainPath, type ValidatedPath} from '../../src/rules/validate-path.ts';
import {hierarchyTime} from './hierarchy.ts';
import type {Judgement} from './path-judges.ts';
import {HierarchyMaker, type HierarchyMakerOptions, type RandomHierarchy} from './random-hierarchy.ts';

/** What came of putting many hierarchies to two judges. */
export interface Comparison {
	readonly agreed: number;
	readonly accepted: number;
	/** Disagreements by the reason that docs/adr gives for them. */
	readonly explained: ReadonlyMap<string, number>;
	/** One paragraph each. */
	readonly unexplained: readonly string[];
}

/** How many, from which seed, and where files may lie. */
export interface ComparisonSize {
	readonly seed: number;
	readonly count: number;
	readonly folder: string;
}

/** The other judge, and what can be shown of a disagreement with it. */
export interface OtherJudge {
	readonly options?: HierarchyMakerOptions;
	readonly demands: PathDemands;
	ask(hierarchy: RandomHierarchy): Judgement;
	/** Why we are right all the same, shown by this very hierarchy; undefined when nothing shows it. */
	explain(hierarchy: RandomHierarchy, ours: ValidatedPath, theirs: Judgement): string | undefined;
}

/** Puts random hierarchies to us and to another judge. */
export function compareWith(judge: OtherJudge, {seed, count}: ComparisonSize): Comparison {
	const explained = new Map<string, number>();
	const unexplained: string[] = [];
	let [agreed, accepted] = [0, 0];
	const maker = new HierarchyMaker(seed, judge.options);
	for (let index = 0; index < count; index += 1) {
		const hierarchy = maker.make();
		const theirs = judge.ask(hierarchy);
		const ours = askUs(hierarchy, judge.demands);
		if (ours.accepted === theirs.accepted) {
			agreed += 1;
			accepted += ours.accepted ? 1 : 0;
			continue;
		}

		const why = judge.explain(hierarchy, ours, theirs);
		if (why === undefined) {
			unexplained.push(describe(index, hierarchy, ours, theirs.words));
		} else {
			explained.set(why, (explained.get(why) ?? 0) + 1);
		}
	}

	return {agreed, accepted, explained, unexplained};
}

/** Our own judgement. */
export function askUs(
	{certificate, intermediates, anchors, crls, policies, at = hierarchyTime}: Omit<RandomHierarchy, 'features'>,
	demands: PathDemands,
): ValidatedPath {
	return explainPath({
		certificate,
		intermediates,
		anchors,
		crls,
		at,
		demands,
		revocation: crls.length > 0 ? 'required' : 'if-crl-given',
		policies: {initial: policies, requireExplicit: policies.length > 0},
	});
}

function describe(index: number, {features}: RandomHierarchy, ours: ValidatedPath, words: string): string {
	const reasons = ours.findings.map(({rule, message}) => `    ${rule}: ${message}`).join('\n');
	return `#${index} ${ours.accepted ? 'we accept, the other refuses' : 'we refuse, the other accepts'} [${features.join(' ')}]\n    other: ${words.replaceAll('\n', ' | ')}\n${reasons}`;
}
