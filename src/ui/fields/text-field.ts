import {printable} from '../../printable.ts';
import type {Key} from '../keys.ts';
import {cutEnd, type Line, span, widthOf} from '../line.ts';
import type {Drawn, Field, Hint, Space} from './field.ts';
import {editOf, pressText, type TextEdit, textOf, windowOf} from './text-edit.ts';

/** What a text field is made of. */
export interface TextFieldOptions {
	readonly text?: string;
	/** Shown faintly while the field is empty: what Enter would take, or an example. */
	readonly ghost?: string;
	/** After the text, such as `days`. */
	readonly unit?: string;
	/** Which characters are taken; others are dropped as they come. */
	readonly only?: RegExp;
	/** Gives the ghost to the keyboard: Tab writes it into the field, to be changed. */
	readonly canTakeGhost?: boolean;
	/** Depending on what stands in it. */
	readonly hints?: (text: string) => readonly Hint[];
}

/** One line of text. */
export function textField(options: TextFieldOptions = {}): Field<string> {
	return field(editOf(options.text ?? ''), options);
}

function field(edit: TextEdit, options: TextFieldOptions): Field<string> {
	const {ghost = '', hints} = options;
	const value = textOf(edit);
	return {
		value,
		isTyping: true,
		isEmpty: value === '',
		hints: hints?.(value) ?? [],
		press(key) {
			if (key.name === 'tab' && value === '' && ghost !== '' && options.canTakeGhost === true) {
				return field(editOf(ghost), options);
			}

			const next = pressText(edit, only(key, options.only));
			return next && field(next, options);
		},
		draw: space => drawText(edit, options, space),
	};
}

function only(key: Key, pattern: RegExp | undefined): Key {
	return pattern !== undefined && (key.name === 'text' || key.name === 'paste')
		? {
				name: 'text',
				text: Array.from(key.text)
					.filter(character => pattern.test(character))
					.join(''),
			}
		: key;
}

/** A pointer, the text or what would be taken, and the cursor. */
export function drawText(
	edit: TextEdit,
	{ghost = '', unit}: Pick<TextFieldOptions, 'ghost' | 'unit'>,
	{columns, theme}: Space,
): Drawn {
	const pointer = `${theme.symbols.pointer} `;
	const room = Math.max(2, columns - widthOf(pointer) - (unit === undefined ? 0 : unit.length + 1));
	const {text, column} = windowOf({before: printable(edit.before), after: printable(edit.after)}, room);
	const shown: Line = textOf(edit) === '' ? [span(cutEnd(printable(ghost), room), 'faint')] : [span(text)];
	return {
		lines: [[span(pointer, 'accent'), ...shown, ...(unit === undefined ? [] : [span(` ${unit}`, 'faint')])]],
		cursor: {row: 0, column: widthOf(pointer) + column},
	};
}
