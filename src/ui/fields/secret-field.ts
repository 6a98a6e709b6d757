import {span, widthOf} from '../line.ts';
import type {Field, Hint} from './field.ts';
import {editOf, pressText, type TextEdit, textOf} from './text-edit.ts';
import {drawText} from './text-field.ts';

/** Equally long whatever is typed, so that nobody learns the length. */
const MASK_LENGTH = 8;

/** What a secret field is made of. */
export interface SecretFieldOptions {
	readonly ghost?: string;
	/** For the key that shows what was typed. */
	readonly reveal: string;
	readonly hide: string;
}

/** A text that nobody reads over a shoulder; Ctrl-R shows it and hides it again. A paste is taken without its line end. */
export function secretField(options: SecretFieldOptions): Field<string> {
	return field(editOf(''), false, options);
}

function field(edit: TextEdit, isShown: boolean, options: SecretFieldOptions): Field<string> {
	const value = textOf(edit);
	return {
		value,
		isTyping: true,
		isEmpty: value === '',
		hints: value === '' ? [] : [revealHint(isShown, options)],
		press(key) {
			if (key.name === 'ctrl' && key.letter === 'r') {
				return field(isShown ? editOf(value) : edit, !isShown, options);
			}

			if (!isShown && !['text', 'paste', 'backspace', 'ctrl'].includes(key.name)) {
				return undefined;
			}

			const next = pressText(edit, key);
			return next && field(isShown ? next : editOf(textOf(next)), isShown, options);
		},
		draw(space) {
			if (isShown || value === '') {
				return drawText(edit, options, space);
			}

			const pointer = `${space.theme.symbols.pointer} `;
			const mask = space.theme.symbols.mask.repeat(MASK_LENGTH);
			return {
				lines: [[span(pointer, 'accent'), span(mask)]],
				cursor: {row: 0, column: widthOf(pointer) + widthOf(mask)},
			};
		},
	};
}

function revealHint(isShown: boolean, {reveal, hide}: SecretFieldOptions): Hint {
	return {key: 'Ctrl-R', does: isShown ? hide : reveal};
}
