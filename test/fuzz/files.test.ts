import {expect, test} from 'vitest';
import {fuzz} from '../support/fuzz.ts';

// npm run fuzz makes many more; this is its short version.
test('two thousand mutated files of every format break no reader, no rule and no screen', {
	timeout: 120_000,
}, async () => {
	const seed = Math.floor(Math.random() * 0x7f_ff_ff_ff);
	const {failures, recognised} = await fuzz({count: 2000, seed});
	expect({seed, failures: failures.map(({index, failure}) => `input ${index}: ${failure}`)}).toEqual({
		seed,
		failures: [],
	});
	expect(recognised).toBeGreaterThan(1000);
});
