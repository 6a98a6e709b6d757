import {describe, expect, test} from 'vitest';
import type {RehearsalState} from '../../src/rehearsal/state.ts';
import {createStore, emptyState, newIdSuffix, newSecret, newUuid} from '../../src/rehearsal/store.ts';

const EMPTY = emptyState({accountId: '111122223333', region: 'us-east-1'});

function counted(state: RehearsalState): {readonly state: RehearsalState; readonly value: number} {
	return {state: {...state, sequence: state.sequence + 1}, value: state.sequence};
}

describe('a store', () => {
	test('makes changes one at a time, each kept before it counts', async () => {
		const written: number[] = [];
		const store = createStore(EMPTY, async ({sequence}) => {
			await new Promise(resolve => setTimeout(resolve, Math.random() * 3));
			expect(store.current.sequence).toBe(sequence - 1);
			written.push(sequence);
		});
		const values = await Promise.all(Array.from({length: 20}, () => store.change(counted)));
		expect(values).toEqual(Array.from({length: 20}, (_item, index) => index));
		expect(written).toEqual(Array.from({length: 20}, (_item, index) => index + 1));
	});

	test('stays as it was when a change fails or cannot be kept, and goes on', async () => {
		let isFull = true;
		const store = createStore(EMPTY, async () => {
			if (isFull) {
				throw new Error('disk full');
			}
		});
		await expect(store.change(counted)).rejects.toThrow('disk full');
		expect(store.current).toBe(EMPTY);
		isFull = false;
		await expect(
			store.change(() => {
				throw new Error('refused');
			}),
		).rejects.toThrow('refused');
		expect(await store.change(counted)).toBe(0);
		expect(store.current.sequence).toBe(1);
	});

	test('does not write what did not change, and can be waited for', async () => {
		let writes = 0;
		const store = createStore(EMPTY, async () => {
			writes++;
		});
		expect(await store.change(() => ({value: 'read'}))).toBe('read');
		expect(writes).toBe(0);
		void store.change(counted);
		await store.settled();
		expect([writes, store.current.sequence]).toEqual([1, 1]);
	});
});

test('ids and secrets have the forms of AWS', () => {
	const zeros = (count: number) => new Uint8Array(count);
	const ones = (count: number) => new Uint8Array(count).fill(255);
	for (const random of [zeros, ones]) {
		expect(newIdSuffix(random)).toMatch(/^[A-Z2-7]{16}$/);
		expect(newSecret(random)).toMatch(/^[A-Za-z0-9+/]{40}$/);
		expect(newUuid(random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	}
});
