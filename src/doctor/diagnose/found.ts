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
	const first = new Map<string, Found>();
	for (const found of all) {
		const key = keyOf(found.finding);
		first.set(key, first.get(key) ?? found);
	}

	return [...first.values()];
}

function keyOf({rule, message}: Finding): string {
	return `${rule}\n${message}`;
}

/** True for what stops credentials. */
export function isError({finding}: Found): boolean {
	return finding.severity === 'error';
}
