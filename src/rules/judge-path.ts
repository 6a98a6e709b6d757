import type {AttemptedPath} from './attempted-path.ts';
import type {Finding} from './finding.ts';
import {rules} from './path/rules.generated.ts';
import {runRules} from './run.ts';

/** Tells what stood in the way of a path by the rules of `path/`, in the order of the failures: the nearest path first. */
export function judgePath({failures}: AttemptedPath): readonly Finding[] {
	return failures.flatMap(failure => runRules<AttemptedPath>(rules, {failures: [failure]}));
}
