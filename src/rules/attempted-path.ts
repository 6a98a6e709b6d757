import type {PathRequirement} from '../pki/path/requirement.ts';
import type {Shortcoming} from './rule.ts';

/** What stood in the way of a certification path, for the rules of `path/` to tell. */
export interface AttemptedPath {
	readonly failures: readonly (Shortcoming & {readonly requirement: PathRequirement})[];
}

/** The failures of one requirement. */
export function failuresOf({failures}: AttemptedPath, requirement: PathRequirement): readonly Shortcoming[] {
	return failures
		.filter(failure => failure.requirement === requirement)
		.map(({at, message, fix}) => ({at, message, ...(fix !== undefined && {fix})}));
}
