import {printable} from '../../printable.ts';
import {cutEnd, span, widthOf} from '../line.ts';
import type {Field} from './field.ts';
import {editOf, pressText, type TextEdit, textOf} from './text-edit.ts';

/** What a field for several lines is made of. */
export interface PasteFieldOptions {
	readonly text?: string;
	/** What to do, while it is empty. */
	readonly ghost: string;
	/** For the hint of Enter, which starts a new line here. */
	readonly newLine: string;
	/** For the hint of Ctrl-D, which is done with it. */
	readonly done: string;
}

/** Several lines, usually pasted: a PEM, an error message. Enter starts a new line; only the last ones are shown. */
export function pasteField(options: PasteFieldOptions): Field<string> {
	return field(editOf(options.text ?? ''), options);
}

function field(edit: TextEdit, options: PasteFieldOptions): Field<string> {
	const value = textOf(edit);
	return {
		value,
		isTyping: true,
		isEmpty: value === '',
		hints:
			value === ''
				? []
				: [
						{key: 'Enter', does: options.newLine},
						{key: 'Ctrl-D', does: options.done},
					],
		press(key) {
			if (key.name === 'paste') {
				return field({before: edit.before + key.text, after: edit.after}, options);
			}

			if (key.name === 'enter' && value !== '') {
				return field({before: `${edit.before}\n`, after: edit.after}, options);
			}

			if (key.name === 'ctrl' && key.letter === 'd') {
				return undefined;
			}

			const next = pressText(edit, key);
			return next && field(next, options);
		},
		draw({columns, rows, theme}) {
			const pointer = `${theme.symbols.pointer} `;
			if (value === '') {
				return {
					lines: [[span(pointer, 'accent'), span(cutEnd(options.ghost, columns - 2), 'faint')]],
					cursor: {row: 0, column: widthOf(pointer)},
				};
			}

			const all = printableLines(edit.before);
			const room = Math.max(1, rows - 1);
			const shown = all.slice(-room);
			const cut = shown.map(text => cutEnd(text, columns - 3));
			const after = printableLines(edit.after)[0] ?? '';
			return {
				lines: cut.map((text, index) => [
					span(index === 0 ? pointer : '  ', 'accent'),
					span(text),
					...(index === cut.length - 1 ? [span(cutEnd(after, columns - 3 - widthOf(text)))] : []),
				]),
				cursor: {row: cut.length - 1, column: 2 + widthOf(cut.at(-1) ?? '')},
			};
		},
	};
}

function printableLines(text: string): readonly string[] {
	return text.split('\n').map(printable);
}
