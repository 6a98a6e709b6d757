import {printable} from '../../printable.ts';
import {cutEnd, type Line, span} from '../line.ts';
import type {Field} from './field.ts';
import {editOf, pressText, type TextEdit, textOf} from './text-edit.ts';
import {drawText} from './text-field.ts';

/** What a list is made of. */
export interface ListFieldOptions {
	readonly items?: readonly string[];
	readonly ghost?: string;
	/** For the hints of Enter and Backspace. */
	readonly add: string;
	readonly change: string;
}

/**
 * Several texts, one a row: Enter adds what was typed, Backspace in an empty row takes the last one
 * back, a paste of several lines adds them all. The value has what is being typed in it too.
 */
export function listField(options: ListFieldOptions): Field<readonly string[]> {
	return field(options.items ?? [], editOf(''), options);
}

function field(items: readonly string[], edit: TextEdit, options: ListFieldOptions): Field<readonly string[]> {
	const typed = textOf(edit).trim();
	return {
		value: typed === '' ? items : [...items, typed],
		isTyping: true,
		isEmpty: typed === '',
		hints: [
			...(typed === '' ? [] : [{key: 'Enter', does: options.add}]),
			...(typed === '' && items.length > 0 ? [{key: 'Backspace', does: options.change}] : []),
		],
		press(key) {
			if (key.name === 'enter') {
				return typed === '' ? undefined : field([...items, typed], editOf(''), options);
			}

			if (key.name === 'backspace' && textOf(edit) === '') {
				return field(items.slice(0, -1), editOf(items.at(-1) ?? ''), options);
			}

			if (key.name === 'paste') {
				const pasted = key.text
					.split(/[\n,]/)
					.map(text => text.trim())
					.filter(Boolean);
				if (pasted.length > 1) {
					return field([...items, ...pasted], edit, options);
				}
			}

			const next = pressText(edit, key);
			return next && field(items, next, options);
		},
		draw(space) {
			const shown = Math.max(0, space.rows - 2);
			const hidden = Math.max(0, items.length - shown);
			const rows: readonly Line[] = items
				.slice(hidden)
				.map(item => [span(`${space.theme.symbols.done} `, 'good'), span(cutEnd(printable(item), space.columns - 2))]);
			const above: readonly Line[] = hidden === 0 ? [] : [[span(`${space.theme.symbols.less} ${hidden}`, 'faint')]];
			const {lines, cursor} = drawText(edit, items.length === 0 ? options : {}, space);
			return {
				lines: [...above, ...rows, ...lines],
				cursor: {row: above.length + rows.length, column: cursor?.column ?? 0},
			};
		},
	};
}
