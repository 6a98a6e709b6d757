import {describe, expect, test} from 'vitest';
import {numberField} from '../../../src/ui/fields/number-field.ts';
import {drawn, pressAll, typed} from '../../support/keys.ts';

describe('a number', () => {
	test('takes digits only and shows its unit', () => {
		const field = pressAll(numberField({ghost: 365, unit: 'days'}), ...typed('3x0'));
		expect(field.value).toBe('30');
		expect(drawn(field)).toEqual(['❯ 30 days']);
		expect(drawn(numberField({ghost: 365, unit: 'days'}))).toEqual(['❯ 365 days']);
		expect(numberField({value: 7, unit: 'days'}).value).toBe('7');
	});
});
