import type {Field, Space} from '../../src/ui/fields/field.ts';
import type {Key, NamedKey} from '../../src/ui/keys.ts';
import {plainText} from '../../src/ui/line.ts';
import {type Theme, themeFor} from '../../src/ui/theme.ts';

/** A terminal with everything, as most have. */
export const theme: Theme = themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'}, 'linux');

/** A terminal of the C locale. */
export const asciiTheme: Theme = themeFor({LANG: 'C', TERM: 'xterm'}, 'linux');

/** Presses keys one after the other: named ones, `ctrl-x`, and single texts in quotes-free form after `type:`. */
export function pressAll<Value>(field: Field<Value>, ...keys: readonly (Key | NamedKey | string)[]): Field<Value> {
	return keys.reduce((current, key) => current.press(toKey(key)) ?? current, field);
}

/** A text as it is typed, one key a character. */
export function typed(text: string): readonly Key[] {
	return Array.from(text, character => ({name: 'text', text: character}));
}

const NAMED: readonly NamedKey[] = [
	'enter',
	'escape',
	'tab',
	'back-tab',
	'up',
	'down',
	'left',
	'right',
	'word-left',
	'word-right',
	'home',
	'end',
	'page-up',
	'page-down',
	'backspace',
	'word-backspace',
	'delete',
	'function',
];

/** `enter`, `ctrl-u`; every other text is typed. */
export function toKey(key: Key | string): Key {
	if (typeof key !== 'string') {
		return key;
	}

	const name = NAMED.find(known => known === key);
	if (name !== undefined) {
		return {name};
	}

	const letter = /^ctrl-([a-z])$/.exec(key)?.[1];
	return letter === undefined ? {name: 'text', text: key} : {name: 'ctrl', letter};
}

/** The rows that a field draws, as text, in a space of so many columns. */
export function drawn<Value>(field: Field<Value>, columns = 40, space: Partial<Space> = {}): readonly string[] {
	return field.draw({columns, rows: 10, theme, ...space}).lines.map(row => plainText(row).trimEnd());
}
