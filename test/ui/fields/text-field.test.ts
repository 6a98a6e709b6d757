import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {windowOf} from '../../../src/ui/fields/text-edit.ts';
import {textField} from '../../../src/ui/fields/text-field.ts';
import {widthOf} from '../../../src/ui/line.ts';
import {drawn, pressAll, theme, typed} from '../../support/keys.ts';

describe('a text field', () => {
	test('takes what is typed', () => {
		expect(pressAll(textField(), ...typed('build-17')).value).toBe('build-17');
	});

	test.each([
		['ctrl-a then x', ['ctrl-a', 'x'], 'xone two'],
		['home, right, x', ['home', 'right', 'x'], 'oxne two'],
		['left, x', ['left', 'x'], 'one twxo'],
		['ctrl-u', ['ctrl-u'], ''],
		['ctrl-w', ['ctrl-w'], 'one '],
		['home, ctrl-k', ['home', 'ctrl-k'], ''],
		['word-left, ctrl-k', ['word-left', 'ctrl-k'], 'one '],
		['home, word-right, x', ['home', 'word-right', 'x'], 'onex two'],
		['backspace', ['backspace'], 'one tw'],
		['home, delete', ['home', 'delete'], 'ne two'],
		['word-backspace', ['word-backspace'], 'one '],
		['ctrl-a, ctrl-e, x', ['ctrl-a', 'ctrl-e', 'x'], 'one twox'],
	])('is edited by %s', (_keys, keys, expected) => {
		expect(pressAll(textField({text: 'one two'}), ...keys).value).toBe(expected);
	});

	test('deletes a composed character as a whole', () => {
		expect(pressAll(textField({text: 'ae\u0301'}), 'backspace').value).toBe('a');
		expect(pressAll(textField({text: '証明'}), 'backspace').value).toBe('証');
	});

	test('shows what Enter would take, and writes it on Tab only when it may', () => {
		const field = textField({ghost: 'build-hosts', canTakeGhost: true});
		expect(drawn(field)).toEqual(['❯ build-hosts']);
		expect(field.isEmpty).toBe(true);
		expect(pressAll(field, 'tab').value).toBe('build-hosts');
		expect(textField({ghost: 'for example x'}).press({name: 'tab'})).toBeUndefined();
	});

	test('leaves Enter, Escape and the arrows up and down to others', () => {
		for (const name of ['enter', 'escape', 'up', 'down', 'function'] as const) {
			expect(textField({text: 'a'}).press({name})).toBeUndefined();
		}
	});

	test('takes a paste of several rows as one', () => {
		expect(textField().press({name: 'paste', text: '\n CN=a,\n O=b \n'})?.value).toBe('CN=a, O=b');
	});

	test('drops characters that it does not take', () => {
		expect(pressAll(textField({only: /\d/}), ...typed('3d6_5')).value).toBe('365');
	});

	test('puts the cursor behind wide characters', () => {
		const field = textField({text: '証明'});
		expect(field.draw({columns: 40, rows: 5, theme}).cursor).toEqual({row: 0, column: 6});
	});

	test('makes control characters visible', () => {
		expect(drawn(textField({text: 'a\u001b[31m'}))).toEqual(['❯ a\\u{1b}[31m']);
	});

	test('keeps the cursor in sight however long the text is', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'grapheme', maxLength: 80}),
				fc.string({unit: 'grapheme', maxLength: 80}),
				fc.integer({min: 8, max: 60}),
				(before, after, width) => {
					const {text, column} = windowOf({before, after}, width);
					expect(widthOf(text)).toBeLessThanOrEqual(width);
					expect(column).toBeLessThan(width);
				},
			),
		);
	});
});
