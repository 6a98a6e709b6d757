import type {Look} from '../../doctor/evidence/look.ts';
import type {NetworkEvidence} from '../../doctor/evidence/network.ts';

/** What was seen, if anything was. */
export function seenOf<Value>(look: Look<Value>): Value | undefined {
	return look.state === 'seen' ? look.value : undefined;
}

/** A look that was made and came to nothing; undefined for one that was not made. */
export function failureOf(look: Look<unknown>): Extract<Look<never>, {readonly state: 'unseen'}> | undefined {
	return look.state === 'unseen' && look.why !== 'offline' && look.why !== 'nothing-to-look-at' ? look : undefined;
}

/** `(ECONNREFUSED)` after a message, where the system gave a name. */
export function inBrackets(code: string | undefined): string {
	return code === undefined ? '' : ` (${code})`;
}

/** The host to which the first connection leads: the proxy where there is one. */
export function hostAsked({
	endpoint,
	proxy,
}: NetworkEvidence): {readonly host: string; readonly isProxy: boolean} | undefined {
	const way = seenOf(proxy) ?? seenOf(endpoint);
	return way === undefined || !URL.canParse(way.url)
		? undefined
		: {host: new URL(way.url).host, isProxy: proxy.state === 'seen'};
}
