import type {AnchorBundle} from './anchor-bundle.ts';
import type {Finding} from './finding.ts';
import {runRules} from './run.ts';
import {rules} from './trust-anchor/rules.generated.ts';

/** Judges the text that is to be registered as a trust anchor; worst findings first. */
export function judgeAnchorBundle(bundle: AnchorBundle): readonly Finding[] {
	return runRules<AnchorBundle>(rules, bundle);
}
