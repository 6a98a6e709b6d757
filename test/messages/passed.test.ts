import {expect, test} from 'vitest';
import {STAGES} from '../../src/decide/decision.ts';
import {passedBefore} from '../../src/messages/passed.ts';

test('what passed before a stage is told in the order in which the service judges', () => {
	expect(STAGES.map(stage => passedBefore(stage).length)).toEqual(STAGES.map((_stage, index) => index));
});

test('nothing is proven where no stage is known to have refused', () => {
	expect(passedBefore(undefined)).toEqual([]);
});
