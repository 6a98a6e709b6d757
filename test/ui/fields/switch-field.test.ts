import {describe, expect, test} from 'vitest';
import {switchField} from '../../../src/ui/fields/switch-field.ts';
import {drawn, pressAll} from '../../support/keys.ts';

describe('a switch', () => {
	const options = {value: false, yes: 'Yes', no: 'No', letters: {yes: 'y', no: 'n'}, move: 'choose'};

	test('is turned by arrows and letters', () => {
		expect(pressAll(switchField(options), 'down').value).toBe(true);
		expect(pressAll(switchField(options), 'y').value).toBe(true);
		expect(pressAll(switchField(options), 'y', 'n').value).toBe(false);
		expect(switchField(options).press({name: 'text', text: 'x'})).toBeUndefined();
	});

	test('stands in one row where there is room, else in two', () => {
		expect(drawn(switchField(options))).toEqual(['❯ No      Yes']);
		expect(drawn(switchField({...options, yes: 'Yes, a root and an issuing authority', value: true}))).toEqual([
			'  No',
			'❯ Yes, a root and an issuing authority',
		]);
	});
});
