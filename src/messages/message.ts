import type {Stage} from '../decide/decision.ts';

/** Who says something. `sdk` is any of the AWS SDKs, `sdk-js` the one for JavaScript. */
export type Speaker =
	| 'service'
	| 'control-plane'
	| 'official-helper'
	| 'own-helper'
	| 'botocore'
	| 'sdk-js'
	| 'sdk'
	| 'system';

/** One reason for which a message is known to come. */
export interface MessageCause {
	/** Ids of the rules that find it; empty where no rule can. */
	readonly rules: readonly string[];
	/** In one sentence. */
	readonly what: string;
	/** What to look at or to type next. */
	readonly next: string;
}

/** A message that people meet, and what is known of it. */
export interface KnownMessage {
	/** Words with hyphens; stays the same for good. */
	readonly id: string;
	/** The row of the fact sheet: `ERR-01`, or the section for a table whose rows have no numbers, such as `6.3`. */
	readonly fact: string;
	readonly speaker: Speaker;
	/** The message as it is known; `…` stands for what varies. */
	readonly says: string;
	/**
	 * What of it tells it apart from all others, each enough alone: compared without regard to case, blanks and
	 * punctuation; `…` stands for whatever comes between.
	 */
	readonly phrases: readonly [string, ...string[]];
	/** In one sentence. */
	readonly meaning: string;
	/** Most likely first. */
	readonly causes: readonly [MessageCause, ...MessageCause[]];
	/** The first stage of CreateSession that may have said it: all before it passed. Absent when it proves nothing. */
	readonly stage?: Stage;
	/** Ids of more general messages that it makes redundant where both are found. */
	readonly refines?: readonly string[];
	/** True for words of the rehearsal; what AWS itself says then is not recorded. */
	readonly isOurs?: true;
}

/** A known message that stands in a text. */
export interface FoundMessage {
	readonly message: KnownMessage;
	/** As it stands there, on one line and fit to be shown. */
	readonly quoted: string;
}
