import type {Evidence} from '../evidence/evidence.ts';
import type {Open} from './diagnosis.ts';

/** What could not be looked at, what that leaves open, and how it could be looked at. */
export function openIn(_evidence: Evidence): readonly Open[] {
	return [];
}
