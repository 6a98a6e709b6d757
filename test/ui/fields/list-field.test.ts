import {describe, expect, test} from 'vitest';
import {listField} from '../../../src/ui/fields/list-field.ts';
import {drawn, pressAll, typed} from '../../support/keys.ts';

const empty = (items: readonly string[] = []) =>
	listField({items, ghost: 'for example a.example.com', add: 'add', change: 'change the last'});

describe('a list', () => {
	test('adds a row on Enter and leaves Enter in an empty row to others', () => {
		const one = pressAll(empty(), ...typed('a.example.com'), 'enter');
		expect(one.value).toEqual(['a.example.com']);
		expect(drawn(one)).toEqual(['✓ a.example.com', '❯']);
		expect(one.press({name: 'enter'})).toBeUndefined();
	});

	test('has what is being typed in its value too', () => {
		expect(pressAll(empty(['a']), ...typed('b')).value).toEqual(['a', 'b']);
	});

	test('takes the last row back on Backspace in an empty row', () => {
		const again = pressAll(empty(['one', 'two']), 'backspace', 'x');
		expect(again.value).toEqual(['one', 'twox']);
	});

	test('adds every row of a paste', () => {
		expect(empty().press({name: 'paste', text: 'a\nb, c\n'})?.value).toEqual(['a', 'b', 'c']);
	});

	test('counts what does not fit above', () => {
		const many = empty(Array.from({length: 9}, (_, index) => `item-${index}`));
		expect(drawn(many, 40, {rows: 5})).toEqual(['↑ 6', '✓ item-6', '✓ item-7', '✓ item-8', '❯']);
	});
});
