import {describe, expect, test} from 'vitest';
import {type InkKey, keysOf, pasteOf} from '../../src/ui/keys.ts';

const none: InkKey = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
};

describe('keys of one call', () => {
	test.each([
		['a letter', 'a', {}, [{name: 'text', text: 'a'}]],
		['a composed character', '証', {}, [{name: 'text', text: '証'}]],
		['Enter', '\r', {return: true}, [{name: 'enter'}]],
		['a bare line feed, which Ink does not call return', '\n', {}, [{name: 'enter'}]],
		['Escape', '', {escape: true}, [{name: 'escape'}]],
		['Shift-Tab', '', {tab: true, shift: true}, [{name: 'back-tab'}]],
		['Ctrl-U', 'u', {ctrl: true}, [{name: 'ctrl', letter: 'u'}]],
		['Ctrl-left', '', {ctrl: true, leftArrow: true}, [{name: 'word-left'}]],
		['Alt-B', 'b', {meta: true}, [{name: 'alt', letter: 'b'}]],
		['Alt-Backspace', '', {meta: true, backspace: true}, [{name: 'word-backspace'}]],
		['F1', '', {}, [{name: 'function'}]],
	] as const)('%s', (_what, input, key, expected) => {
		expect(keysOf(input, {...none, ...key})).toEqual(expected);
	});

	test('a chunk of fast typing is split into the keys that were pressed', () => {
		expect(keysOf('ab\rcd\u0015\te\u007f', none)).toEqual([
			{name: 'text', text: 'ab'},
			{name: 'enter'},
			{name: 'text', text: 'cd'},
			{name: 'ctrl', letter: 'u'},
			{name: 'tab'},
			{name: 'text', text: 'e'},
			{name: 'backspace'},
		]);
	});

	test('a PEM without bracketed paste is a paste all the same, with line ends as files have them', () => {
		const pem = '-----BEGIN CERTIFICATE-----\rMIIB\r-----END CERTIFICATE-----\r';
		expect(keysOf(pem, none)).toEqual([
			{name: 'paste', text: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'},
		]);
	});

	test('a paste from Windows has no carriage returns left', () => {
		expect(pasteOf('a\r\nb\rc\n')).toEqual({name: 'paste', text: 'a\nb\nc\n'});
	});
});
