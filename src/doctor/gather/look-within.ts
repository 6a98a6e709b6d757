import {systemCode} from '../../files/problem.ts';
import {printable} from '../../printable.ts';
import {type Look, seen, unseen} from '../evidence/look.ts';

/** How long a look may take, and what ends it before. */
export interface Patience {
	/** Milliseconds. */
	readonly within: number;
	/** Of the whole run. */
	readonly signal: AbortSignal;
}

/**
 * Looks at something that may never answer. What fails is evidence: the system's error, or that the time was up, which has
 * the code `ETIMEDOUT`.
 *
 * @param act - Given a signal that is aborted when the time is up; need not heed it.
 * @throws the reason of the run's own signal, once that is aborted.
 */
export async function lookWithin<Value>(
	{within, signal}: Patience,
	act: (signal: AbortSignal) => Promise<Value>,
): Promise<Look<Value>> {
	signal.throwIfAborted();
	const clock = new AbortController();
	const either = AbortSignal.any([signal, clock.signal]);
	const timer = setTimeout(() => clock.abort(), within);
	const isOver = new Promise<never>((_resolve, reject) => {
		either.addEventListener('abort', () => reject(either.reason), {once: true});
	});
	try {
		return seen(await Promise.race([act(either), isOver]));
	} catch (error) {
		signal.throwIfAborted();
		return clock.signal.aborted
			? unseen('unreachable', `Nothing came of it within ${within / 1000} seconds.`, 'ETIMEDOUT')
			: failedLook(error);
	} finally {
		clearTimeout(timer);
	}
}

/** What system errors come to, in sentences. */
const SENTENCES: readonly (readonly [code: RegExp, sentence: string])[] = [
	[/^ENOTFOUND$/, 'Its name has no address.'],
	[/^EAI_/, 'No name server gave an answer.'],
	[/^ECONNREFUSED$/, 'Nobody listens there.'],
	[/^(?:ECONNRESET|EPIPE)$/, 'The connection was cut off.'],
	[/^(?:EHOSTUNREACH|ENETUNREACH)$/, 'There is no way there.'],
	[/^ETIMEDOUT$/, 'Nothing came back in time.'],
	[/^(?:EPROTO|ERR_SSL_)/, 'What answers does not speak TLS as it should.'],
	[/^HPE_/, 'What answers does not speak HTTP.'],
];

/** A look that a system error ended; where several addresses were tried, the first one's. */
function failedLook(error: unknown): Look<never> {
	const cause = error instanceof AggregateError ? error.errors[0] : error;
	const code = systemCode(cause);
	const isUnreachable = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/.test(code ?? '');
	const known = SENTENCES.find(([pattern]) => pattern.test(code ?? ''))?.[1];
	const said = printable(cause instanceof Error ? cause.message : String(cause));
	return unseen(isUnreachable ? 'unreachable' : 'failed', known ?? `It failed: ${said}`, code);
}
