import {printable} from '../../printable.ts';
import {elapsed, spinnerAt} from '../../ui/elapsed.ts';
import {cutEnd, cutWords, type Line, span, type Tone, widthOf} from '../../ui/line.ts';
import type {Symbols, Theme} from '../../ui/theme.ts';
import type {CheckRow} from '../guide/examination.ts';
import {states} from '../texts/en.ts';

type Judged = Exclude<CheckRow['state'], 'running'>;

/** The mark of each state. */
export const MARKS: Readonly<Record<Judged, keyof Omit<Symbols, 'spinner'>>> = {
	waiting: 'ahead',
	passed: 'done',
	noticed: 'attention',
	failed: 'failed',
	unknown: 'skipped',
};

/** How each state is meant. */
export const TONES: Readonly<
	Record<CheckRow['state'], {readonly mark: Tone; readonly title: Tone; readonly words: Tone}>
> = {
	waiting: {mark: 'faint', title: 'faint', words: 'faint'},
	running: {mark: 'accent', title: 'accent', words: 'faint'},
	passed: {mark: 'good', title: 'plain', words: 'faint'},
	noticed: {mark: 'caution', title: 'plain', words: 'plain'},
	failed: {mark: 'bad', title: 'strong', words: 'plain'},
	unknown: {mark: 'faint', title: 'faint', words: 'faint'},
};

/** One check a row: its state as a mark, what is looked at, and what was seen; in columns where there is room for them. */
export function checkRows(rows: readonly CheckRow[], columns: number, theme: Theme): readonly Line[] {
	const widest = Math.max(...rows.map(({title}) => widthOf(title)));
	return rows.map(row => {
		const {mark, title, words} = TONES[row.state];
		const shown = cutEnd(row.title, columns - 2);
		const gap = columns < 60 ? 2 : widest - widthOf(shown) + 2;
		return [
			span(`${markOf(row, theme)} `, mark),
			span(`${shown}${' '.repeat(gap)}`, title),
			span(cutWords(wordsOf(row), columns - widthOf(shown) - gap - 2), words),
		];
	});
}

function wordsOf({state, words, spent}: CheckRow): string {
	switch (state) {
		case 'waiting':
			return '';
		case 'running':
			return `${states.running}  ${elapsed(spent)}`;
		default:
			return printable(words);
	}
}

function markOf({state, spent}: CheckRow, theme: Theme): string {
	return state === 'running' ? spinnerAt(spent, theme) : theme.symbols[MARKS[state]];
}
