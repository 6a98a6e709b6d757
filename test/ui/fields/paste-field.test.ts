import {describe, expect, test} from 'vitest';
import {pasteField} from '../../../src/ui/fields/paste-field.ts';
import {drawn, pressAll, typed} from '../../support/keys.ts';

describe('a field for several rows', () => {
	const empty = pasteField({ghost: 'Paste a PEM here', newLine: 'new line', done: 'done'});

	test('keeps the rows of a paste', () => {
		const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
		const field = empty.press({name: 'paste', text: pem});
		expect(field?.value).toBe(pem);
	});

	test('starts a new row on Enter once something stands there, and is done with Ctrl-D', () => {
		expect(empty.press({name: 'enter'})).toBeUndefined();
		const field = pressAll(empty, ...typed('a'), 'enter', ...typed('b'));
		expect(field.value).toBe('a\nb');
		expect(drawn(field)).toEqual(['❯ a', '  b']);
		expect(field.press({name: 'ctrl', letter: 'd'})).toBeUndefined();
	});

	test('shows the last rows when not all fit', () => {
		const field = pasteField({...{ghost: '', newLine: '', done: ''}, text: 'a\nb\nc\nd'});
		expect(drawn(field, 40, {rows: 3})).toEqual(['❯ c', '  d']);
	});
});
