import type {AwsAccess} from './access.ts';
import {AwsError, isPassing} from './aws-error.ts';

/**
 * The least time between two calls of one family, in milliseconds. The service allows one a second
 * for each family, account and region (fact sheet, section 4.3).
 */
export const GAP = 1100;

const ATTEMPTS = 6;

/** Makes calls one after the other, as far apart as the quota of their family asks. */
export interface Pace {
	/**
	 * Runs a call when its family's turn has come, and again when the service asks to try later.
	 *
	 * @throws what the call throws, once it is no use to try again
	 */
	run<Value>(family: string, call: () => Promise<Value>): Promise<Value>;
}

/** A pace with so many milliseconds between the calls of a family; 0 where nobody counts. */
export function createPace(gap: number, {now, sleep}: Pick<AwsAccess, 'now' | 'sleep'>): Pace {
	const turns = new Map<string, Promise<unknown>>();
	const lastCalls = new Map<string, number>();

	async function inTurn<Value>(family: string, call: () => Promise<Value>): Promise<Value> {
		const wait = (lastCalls.get(family) ?? Number.NEGATIVE_INFINITY) + gap - now().getTime();
		if (wait > 0) {
			await sleep(Math.min(wait, gap));
		}

		try {
			return await call();
		} finally {
			lastCalls.set(family, now().getTime());
		}
	}

	return {
		run(family, call) {
			const before = turns.get(family) ?? Promise.resolve();
			const turn = before.then(() => withRetries(() => inTurn(family, call), sleep));
			turns.set(
				family,
				turn.catch(() => undefined),
			);
			return turn;
		},
	};
}

/** Waits 1, 2, 4, ... seconds between attempts, as long as the refusal is one that passes. */
async function withRetries<Value>(call: () => Promise<Value>, sleep: AwsAccess['sleep']): Promise<Value> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await call();
		} catch (error) {
			if (attempt === ATTEMPTS || !(error instanceof AwsError) || !isPassing(error.refused)) {
				throw error;
			}

			await sleep(1000 * 2 ** (attempt - 1));
		}
	}
}
