import type {CommandContext} from './context.ts';

/** Quiet for so long, in milliseconds. */
const PATIENCE = 1000;
/** At least so long between two lines. */
const PAUSE = 2000;

/** A listener that tells on standard error how far work is, once it has taken longer than a second. */
export function makeProgress(
	{now, say}: Pick<CommandContext, 'now' | 'say'>,
	words: (count: number) => string,
): (count: number) => void {
	let due = now().getTime() + PATIENCE;
	return count => {
		const moment = now().getTime();
		if (moment >= due && count > 0) {
			due = moment + PAUSE;
			say(words(count));
		}
	};
}
