import type {Finding} from './finding.ts';

/** Findings whose commands name the file instead of `FILE`; a path that a shell would not take as it is stays out. */
export function withPath(findings: readonly Finding[], path: string | undefined): readonly Finding[] {
	return path !== undefined && /^[\w./][\w./-]*$/.test(path)
		? findings.map(finding => ({...finding, fix: finding.fix.replaceAll(/\bFILE\b/g, path)}))
		: findings;
}
