import {ExpectedError} from '../errors.ts';

/**
 * The outcome of some work, or the interruption, whichever comes first.
 *
 * @throws {ExpectedError} `INTERRUPTED`.
 */
export async function orInterrupted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
	let stop = () => undefined;
	const interruption = new Promise<never>((_resolve, reject) => {
		stop = () => {
			reject(new ExpectedError('INTERRUPTED', 'Interrupted.', {next: ['Run it again when you are ready']}));
			return undefined;
		};
	});
	if (signal.aborted) {
		stop();
	}

	signal.addEventListener('abort', stop);
	try {
		return await Promise.race([work, interruption]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
