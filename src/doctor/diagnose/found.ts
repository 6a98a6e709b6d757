import type {Finding} from '../../rules/finding.ts';
import type {CheckId, CheckResult} from './diagnosis.ts';

/** A finding and the check that it came of. */
export interface Found {
	readonly finding: Finding;
	readonly check: CheckId;
}

/** Everything that checks found, in their order; the same said twice counts once. */
export function foundBy(checks: readonly CheckResult[]): readonly Found[] {
	const all = checks.flatMap(({check, findings}) => findings.map((finding): Found => ({finding, check})));
	return [...new Map(all.toReversed().map(found => [keyOf(found.finding), found])).values()].toReversed();
}

function keyOf({rule, message}: Finding): string {
	return `${rule}\n${message}`;
}

/** True for what stops credentials. */
export function isError({finding}: Found): boolean {
	return finding.severity === 'error';
}
