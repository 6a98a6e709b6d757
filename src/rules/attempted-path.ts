import type {PathRequirement} from '../pki/path/judge-link.ts';
import type {Shortcoming} from './rule.ts';

/** What stood in the way of a certification path, for the rules of `path/` to tell. */
export interface AttemptedPath {
	readonly failures: readonly (Shortcoming & {readonly requirement: PathRequirement | 'readable'})[];
}

/** The failures of one requirement. */
export function failuresOf(
	{failures}: AttemptedPath,
	requirement: PathRequirement | 'readable',
): readonly Shortcoming[] {
	return failures.filter(failure => failure.requirement === requirement).map(({at, message}) => ({at, message}));
}
