import {expect, test} from 'vitest';
import {orInterrupted} from '../../src/cli/or-interrupted.ts';

test('work that ends is as if nothing stood around it', async () => {
	const {signal} = new AbortController();
	await expect(orInterrupted(Promise.resolve(7), signal)).resolves.toBe(7);
	await expect(orInterrupted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
});

test('an interruption is not kept waiting', async () => {
	const interruption = new AbortController();
	const waiting = orInterrupted(new Promise(() => undefined), interruption.signal);
	interruption.abort();
	await expect(waiting).rejects.toMatchObject({code: 'INTERRUPTED'});
	const late = orInterrupted(new Promise(() => undefined), interruption.signal);
	await expect(late).rejects.toMatchObject({code: 'INTERRUPTED'});
});
