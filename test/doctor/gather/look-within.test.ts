import {getEventListeners} from 'node:events';
import {describe, expect, test} from 'vitest';
import {lookWithin} from '../../../src/doctor/gather/look-within.ts';

const patience = {within: 60_000, signal: new AbortController().signal};

function failing(code: string, message = 'connect'): () => Promise<never> {
	return () => Promise.reject(Object.assign(new Error(message), {code}));
}

describe('a look with a deadline', () => {
	test('sees what is there in time', async () => {
		expect(await lookWithin(patience, async () => 7)).toEqual({state: 'seen', value: 7});
	});

	test('ends when the time is up, also for what does not heed its signal', async () => {
		const look = await lookWithin({...patience, within: 1}, () => new Promise(() => undefined));

		expect(look).toEqual({
			state: 'unseen',
			why: 'unreachable',
			message: 'Nothing came of it within 0.001 seconds.',
			code: 'ETIMEDOUT',
		});
	});

	test('tells what it looks with that the time is up', async () => {
		const heard: boolean[] = [];

		await lookWithin(
			{...patience, within: 1},
			signal =>
				new Promise((_resolve, reject) => {
					signal.addEventListener('abort', () => {
						heard.push(true);
						reject(new Error('closed'));
					});
				}),
		);

		expect(heard).toEqual([true]);
	});

	test.each([
		['ENOTFOUND', 'failed', 'Its name has no address.'],
		['EAI_AGAIN', 'failed', 'No name server gave an answer.'],
		['ECONNREFUSED', 'unreachable', 'Nobody listens there.'],
		['ECONNRESET', 'failed', 'The connection was cut off.'],
		['EHOSTUNREACH', 'unreachable', 'There is no way there.'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'failed', 'What answers does not speak TLS as it should.'],
		['HPE_INVALID_CONSTANT', 'failed', 'What answers does not speak HTTP.'],
		['EMFILE', 'failed', 'It failed: \\u{7}too many'],
	])('takes %s for evidence', async (code, why, message) => {
		expect(await lookWithin(patience, failing(code, '\u0007too many'))).toEqual({state: 'unseen', why, message, code});
	});

	test('takes the first of several errors', async () => {
		const errors = [Object.assign(new Error('x'), {code: 'ENETUNREACH'}), new Error('y')];

		expect(await lookWithin(patience, () => Promise.reject(new AggregateError(errors)))).toMatchObject({
			code: 'ENETUNREACH',
		});
	});

	test('is given up with the run', async () => {
		const abort = new AbortController();
		const looking = lookWithin({within: 60_000, signal: abort.signal}, () => new Promise(() => undefined));

		abort.abort(new Error('given up'));

		await expect(looking).rejects.toThrow('given up');
		await expect(lookWithin({within: 1, signal: abort.signal}, async () => 7)).rejects.toThrow('given up');
	});

	test('leaves no listener on the signal of the run', async () => {
		const {signal} = new AbortController();

		await lookWithin({within: 60_000, signal}, async () => 7);

		expect(getEventListeners(signal, 'abort')).toEqual([]);
	});
});
