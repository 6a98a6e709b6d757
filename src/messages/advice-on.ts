import {findMessages} from './find-messages.ts';

/** Next steps that are worth showing at once. */
const MOST = 3;

/**
 * What to do next about the first message in a text, most likely cause first; empty when nothing is known of it. A few
 * steps only: `explain` has them all.
 */
export function adviceOn(text: string): readonly string[] {
	const causes = findMessages(text)[0]?.message.causes ?? [];
	return [...new Set(causes.map(({next}) => next))].slice(0, MOST);
}
