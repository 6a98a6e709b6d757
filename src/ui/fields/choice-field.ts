import {printable} from '../../printable.ts';
import type {Key} from '../keys.ts';
import {blank, cutEnd, type Line, span, widthOf} from '../line.ts';
import {wrap, wrapText} from '../wrap.ts';
import type {Drawn, Field, Hint, Space} from './field.ts';
import {editOf, pressText, type TextEdit, textOf} from './text-edit.ts';

/** One thing that can be chosen. */
export interface Option<Value> {
	readonly value: Value;
	readonly label: string;
	/** What it means, shown for the one that the pointer is at, or beside the label where there is room. */
	readonly note?: string;
}

/** What a choice is made of. */
export interface ChoiceFieldOptions<Value> {
	readonly options: readonly Option<Value>[];
	/** Where the pointer starts. */
	readonly chosen?: Value | undefined;
	/** What is said when nothing matches what was typed. */
	readonly nothing: string;
	/** For the hint of the arrow keys. */
	readonly move: string;
	/** For the hint of typing; without it letters do not filter. */
	readonly filter?: string;
	/** What is chosen by a text that nothing matches, where the list is not all there is. */
	readonly free?: (typed: string) => Option<Value>;
}

interface State {
	/** Among those that match. */
	readonly at: number;
	readonly filter: TextEdit;
}

/** One of several; typing narrows a longer list down. The value is undefined when nothing matches. */
export function choiceField<Value>(settings: ChoiceFieldOptions<Value>): Field<Value | undefined> {
	const at = settings.options.findIndex(({value}) => value === settings.chosen);
	return field({at: Math.max(0, at), filter: editOf('')}, settings);
}

function field<Value>(state: State, settings: ChoiceFieldOptions<Value>): Field<Value | undefined> {
	const matching = matchingOf(state, settings);
	const typed = textOf(state.filter);
	return {
		value: matching[state.at]?.value,
		isTyping: typed !== '',
		isEmpty: typed === '',
		hints: hintsOf(settings),
		press(key) {
			const next = move(key, state, matching.length) ?? pressFilter(key, state, settings);
			return next && field(next, settings);
		},
		draw: space => draw(state, matching, settings, space),
	};
}

function hintsOf<Value>({options, move: does, filter}: ChoiceFieldOptions<Value>): readonly Hint[] {
	return [
		...(options.length > 1 ? [{key: '↑↓', does}] : []),
		...(filter === undefined || options.length === 1 ? [] : [{key: 'type', does: filter}]),
	];
}

function matchingOf<Value>({filter}: State, {options, free}: ChoiceFieldOptions<Value>): readonly Option<Value>[] {
	const typed = textOf(filter).trim();
	const words = textOf(filter).toLowerCase().split(/\s+/).filter(Boolean);
	const matching = options.filter(({label, note = ''}) => {
		const text = `${label} ${note}`.toLowerCase();
		return words.every(word => text.includes(word));
	});
	return matching.length === 0 && free !== undefined && typed !== '' ? [free(typed)] : matching;
}

function move(key: Key, state: State, count: number): State | undefined {
	const to = (at: number) => ({...state, at: Math.max(0, Math.min(count - 1, at))});
	switch (key.name) {
		case 'up':
		case 'back-tab':
			return to(state.at === 0 ? count - 1 : state.at - 1);
		case 'down':
		case 'tab':
			return to(state.at === count - 1 ? 0 : state.at + 1);
		case 'home':
			return to(0);
		case 'end':
			return to(count - 1);
		default:
			return undefined;
	}
}

function pressFilter<Value>(key: Key, state: State, settings: ChoiceFieldOptions<Value>): State | undefined {
	const isEmpty = textOf(state.filter) === '';
	if (settings.filter === undefined || (isEmpty && key.name === 'text' && /^[?\s]/.test(key.text))) {
		return undefined;
	}

	if (key.name === 'escape') {
		return isEmpty ? undefined : {at: 0, filter: editOf('')};
	}

	if (!['text', 'backspace'].includes(key.name) && !(key.name === 'ctrl' && key.letter === 'u')) {
		return undefined;
	}

	const filter = pressText(state.filter, key);
	return filter && {at: 0, filter};
}

function draw<Value>(
	{at, filter}: State,
	matching: readonly Option<Value>[],
	settings: ChoiceFieldOptions<Value>,
	space: Space,
): Drawn {
	const typed = printable(textOf(filter));
	const head: readonly Line[] = typed === '' ? [] : [[span('  '), span(typed, 'accent')], blank];
	if (matching.length === 0) {
		return {lines: [...head, [span(`  ${settings.nothing}`, 'caution')]], cursor: {row: 0, column: 2 + widthOf(typed)}};
	}

	const notes = notesOf(matching, at, space);
	const folds = wrapText(printable(matching[at]?.label ?? ''), space.columns - 4).length - 1;
	const room = Math.max(1, space.rows - head.length - notes.below.length - folds);
	const {from, to} = windowAround(at, matching.length, room);
	const lines = matching
		.slice(from, to)
		.flatMap((option, index) => optionLines(option, {isAt: from + index === at, note: notes.beside(option), space}));
	const above = from > 0;
	const below = to < matching.length;
	const marked = lines.map((row, index) => {
		const mark =
			index === 0 && above
				? space.theme.symbols.less
				: index === lines.length - 1 && below
					? space.theme.symbols.more
					: undefined;
		return mark === undefined ? row : [...row, span(` ${mark}`, 'faint')];
	});
	return {
		lines: [...head, ...marked, ...notes.below],
		...(typed !== '' && {cursor: {row: 0, column: 2 + widthOf(typed)}}),
	};
}

/** Notes stand beside their options where all of them fit; else the one of the option under the pointer stands below. */
function notesOf<Value>(matching: readonly Option<Value>[], at: number, {columns, rows}: Space) {
	const labels = Math.max(...matching.map(({label}) => widthOf(label)));
	const isBeside = matching.every(({note = ''}) => note === '' || labels + 5 + widthOf(note) <= columns);
	const note = matching[at]?.note ?? '';
	const isBelow = !isBeside && note !== '' && rows > 6;
	return {
		beside: (option: Option<Value>) =>
			isBeside && option.note ? `${' '.repeat(labels - widthOf(option.label) + 3)}${option.note}` : '',
		below: isBelow ? [blank, ...wrap(note, columns - 2, 'faint').map(row => [span('  '), ...row])] : [],
	};
}

/** The option under the pointer is always shown whole, on more than one row if need be. */
function optionLines<Value>(
	{label}: Option<Value>,
	{isAt, note, space: {columns, theme}}: {readonly isAt: boolean; readonly note: string; readonly space: Space},
): readonly Line[] {
	const safe = printable(label);
	if (!isAt) {
		const cut = span(cutEnd(safe, columns - 4));
		return [[span('  '), cut, ...(note === '' ? [] : [span(printable(note), 'faint')])]];
	}

	return wrapText(safe, columns - 4).map((part, index) => [
		span(index === 0 ? `${theme.symbols.pointer} ` : '  ', 'accent'),
		span(part, 'accent'),
		...(note === '' ? [] : [span(printable(note), 'faint')]),
	]);
}

/** The part of a list that is shown, with the pointer in it. */
export function windowAround(at: number, count: number, room: number): {readonly from: number; readonly to: number} {
	const from = Math.max(0, Math.min(at - Math.floor(room / 2), count - room));
	return {from, to: Math.min(count, from + room)};
}
