import {cutEnd, type Line, span, widthOf} from '../line.ts';
import type {Field} from './field.ts';

/** What a switch is made of. */
export interface SwitchFieldOptions {
	readonly value: boolean;
	/** What each means. */
	readonly yes: string;
	readonly no: string;
	/** The letters that choose them. */
	readonly letters: {readonly yes: string; readonly no: string};
	/** For the hint of the arrow keys. */
	readonly move: string;
}

/** Yes or no, by arrows or letters; side by side where there is room, else one below the other. No stands first. */
export function switchField(options: SwitchFieldOptions): Field<boolean> {
	const {value, yes, no, letters, move} = options;
	const set = (wanted: boolean) => switchField({...options, value: wanted});
	return {
		value,
		isTyping: false,
		isEmpty: true,
		hints: [{key: '↑↓', does: move}],
		press(key) {
			switch (key.name) {
				case 'left':
				case 'right':
				case 'up':
				case 'down':
				case 'tab':
				case 'back-tab':
					return set(!value);
				case 'text': {
					const letter = key.text.toLowerCase();
					return letter === letters.yes ? set(true) : letter === letters.no ? set(false) : undefined;
				}
				default:
					return undefined;
			}
		},
		draw({columns, theme: {symbols}}) {
			const side = (isIt: boolean, word: string): Line => [
				span(`${isIt ? symbols.pointer : ' '} ${cutEnd(word, columns - 2)}`, isIt ? 'accent' : 'plain'),
			];
			const sides = [side(!value, no), side(value, yes)] as const;
			const isShort = widthOf(yes) + widthOf(no) < 24;
			return {lines: isShort ? [[...sides[0], span('    '), ...sides[1]]] : sides};
		},
	};
}
