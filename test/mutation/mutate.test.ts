import {expect, test} from 'vitest';
import {EXAMPLES, mutate, ruleFiles} from './mutate.ts';

/** `npm run mutate` breaks the rules in every way and runs their own tests too. */
test('no rule can be made to find nothing without a failing test', async () => {
	const {mutants, survivors} = await mutate('deaf', [EXAMPLES]);
	expect(mutants).toBe(ruleFiles().length);
	expect(survivors).toEqual([]);
});
