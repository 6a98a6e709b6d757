import type {Finding} from '../../rules/finding.ts';

/** Rules on dates and clocks, which stand in folders of what they judge. */
const RULES: ReadonlySet<string> = new Set([
	'ee-valid-now',
	'issuer-valid-now',
	'anchor-valid-now',
	'ends-soon',
	'path-validity',
	'path-end-entity-validity',
	'ee-lifetime',
]);

/** True for what a date or a clock is the reason of. */
export function isAboutTime({rule}: Finding): boolean {
	return RULES.has(rule) || rule.startsWith('network-clock');
}
