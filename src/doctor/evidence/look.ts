/** Why something was not seen. */
export type Unseen =
	/** The person asked for no network. */
	| 'offline'
	/** What is needed to look was not seen either, such as the name of a file. */
	| 'nothing-to-look-at'
	/** There are no credentials that administer the account. */
	| 'no-credentials'
	/** The system or AWS does not let this user look. */
	| 'denied'
	/** Nobody answered. */
	| 'unreachable'
	/** This kind of system has no such thing, or this program cannot look there. */
	| 'not-possible'
	/** It was looked at, and that failed in another way. */
	| 'failed';

/**
 * One look at one thing: what was seen, that there is no such thing, or why it could not be looked at. Plain JSON, so
 * that it can be kept and judged elsewhere.
 */
export type Look<Value> =
	| {readonly state: 'seen'; readonly value: Value}
	/** It was looked for and is not there, as a file that does not exist. */
	| {readonly state: 'absent'}
	| {
			readonly state: 'unseen';
			readonly why: Unseen;
			/** A sentence fit to be shown. */
			readonly message: string;
			/** The system's or the service's own name for the error, such as `EACCES` or `AccessDeniedException`. */
			readonly code?: string;
	  };

/** Something that was seen. */
export function seen<Value>(value: Value): Look<Value> {
	return {state: 'seen', value};
}

/** Something that was looked for and is not there. */
export const absent: Look<never> = {state: 'absent'};

/** Something that could not be looked at. */
export function unseen(why: Unseen, message: string, code?: string): Look<never> {
	return {state: 'unseen', why, message, ...(code !== undefined && {code})};
}

/** What was seen, if anything was. */
export function seenIn<Value>(look: Look<Value>): Value | undefined {
	return look.state === 'seen' ? look.value : undefined;
}
