import type {Field} from '../fields/field.ts';
import type {Key} from '../keys.ts';

/** True for a key that explains: `?` where it cannot be meant as text, else Ctrl-G or a function key. */
export function asksForHelp(key: Key, field: Pick<Field<unknown>, 'isTyping' | 'isEmpty'>): boolean {
	return (
		key.name === 'function' ||
		(key.name === 'ctrl' && key.letter === 'g') ||
		(key.name === 'text' && key.text === '?' && !writes(field))
	);
}

/** The key to name at the bottom of the screen. */
export function helpKey(field: Pick<Field<unknown>, 'isTyping' | 'isEmpty'>): string {
	return writes(field) ? 'Ctrl-G' : '?';
}

/** In an empty field a question mark begins nothing that anybody would be asked for. */
function writes({isTyping, isEmpty}: Pick<Field<unknown>, 'isTyping' | 'isEmpty'>): boolean {
	return isTyping && !isEmpty;
}
