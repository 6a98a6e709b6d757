import {describe, expect, test} from 'vitest';
import {secretField} from '../../../src/ui/fields/secret-field.ts';
import {drawn, pressAll, typed} from '../../support/keys.ts';

const empty = () => secretField({reveal: 'show it', hide: 'hide it'});

describe('a secret field', () => {
	test('shows equally many marks whatever was typed', () => {
		expect(drawn(pressAll(empty(), ...typed('a')))).toEqual(['❯ ••••••••']);
		expect(drawn(pressAll(empty(), ...typed('a much longer passphrase')))).toEqual(['❯ ••••••••']);
		expect(drawn(empty())).toEqual(['❯']);
	});

	test('shows what was typed on Ctrl-R and hides it again', () => {
		const shown = pressAll(empty(), ...typed('four words'), 'ctrl-r');
		expect(drawn(shown)).toEqual(['❯ four words']);
		expect(drawn(pressAll(shown, 'ctrl-r'))).toEqual(['❯ ••••••••']);
		expect(shown.hints).toEqual([{key: 'Ctrl-R', does: 'hide it'}]);
	});

	test('takes a paste without its line end', () => {
		expect(empty().press({name: 'paste', text: 'secret\n'})?.value).toBe('secret');
	});

	test('is edited at its end while it is hidden', () => {
		expect(pressAll(empty(), ...typed('abc'), 'left', 'backspace').value).toBe('ab');
		expect(pressAll(empty(), ...typed('abc'), 'ctrl-u').value).toBe('');
	});
});
