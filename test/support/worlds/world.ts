import type {OpenWorld} from './open-world.ts';

/** One way in which a world that works is broken, and what doctor is to say of it. */
export interface World {
	/** What is wrong, as the rest of a sentence that begins with "when". */
	readonly name: string;
	/** The rows of the fact sheet that it stands for: `CFG-21`, `ERR-08`, or a row of 6.6 in its own words. */
	readonly facts: readonly string[];
	/** Ids of rules that are equally right as the cause. */
	readonly cause: readonly string[];
	/** Rules of a second fault, which must be named before or after the first is mended. */
	readonly second: readonly string[];
	readonly how: How;
	breaks(world: OpenWorld): void | Promise<void>;
}

/** How doctor is called in a world, where that is not the usual way. */
export interface How {
	/** Words after `doctor --cli-profile build --admin-profile admin`. */
	readonly words?: readonly string[];
	/** Nobody who administers the account is at hand. */
	readonly withoutAdmin?: boolean;
	readonly offline?: boolean;
	/** The CLI profile is not named by a flag. */
	readonly withoutProfile?: boolean;
	/** How doctor is called once the fix was followed, where that differs. */
	readonly afterwards?: Pick<How, 'words'>;
	/** The printed fix cannot be followed in a test, and why. */
	readonly notFollowed?: string;
	/** What is wrong breaks nothing yet: it is only noticed. */
	readonly isHarmless?: boolean;
}

/** A world as it is written down: single values stand for lists of one. */
export interface WorldText {
	readonly name: string;
	readonly fact: string | readonly string[];
	readonly cause: string | readonly string[];
	readonly second?: string | readonly string[];
	readonly how?: How;
	breaks?(world: OpenWorld): void | Promise<void>;
}

/** Puts a world down. */
export function defineWorld({name, fact, cause, second = [], how = {}, breaks = () => undefined}: WorldText): World {
	return {name, facts: [fact].flat(), cause: [cause].flat(), second: [second].flat(), how, breaks};
}
