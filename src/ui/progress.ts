import {elapsed, spinnerAt} from './elapsed.ts';
import {cutEnd, type Line, lineWidth, type Span, span, type Tone, widthOf} from './line.ts';
import type {Theme} from './theme.ts';

/** One of several pieces of work. */
export interface Work {
	readonly label: string;
	readonly state: 'pending' | 'running' | 'done' | 'failed';
	/** What it is at, or what came of it. */
	readonly note?: string;
	/** Milliseconds since it began, or that it took. */
	readonly spent?: number;
}

const TONES: Readonly<Record<Work['state'], Tone>> = {
	pending: 'faint',
	running: 'accent',
	done: 'good',
	failed: 'bad',
};

/** One piece of work in a row: its state as a mark and in a word, what it is, how long it takes. */
export function workRow(
	work: Work,
	words: Readonly<Record<Work['state'], string>>,
	{columns, theme}: {readonly columns: number; readonly theme: Theme},
): Line {
	const {label, state, note, spent} = work;
	const time = spent === undefined || state === 'pending' || (state === 'done' && spent < 100) ? '' : elapsed(spent);
	const word = words[state];
	const end: readonly Span[] = [span(`  ${word}`, TONES[state]), ...(time === '' ? [] : [span(` ${time}`, 'faint')])];
	const room = columns - 2 - lineWidth(end);
	const shown = cutEnd(label, room);
	const rest = room - widthOf(shown) - 2;
	const told = note === undefined || rest < 8 ? [] : [span(`  ${cutEnd(note, rest)}`, 'faint')];
	const used = widthOf(shown) + lineWidth(told);
	return [
		span(`${markOf(work, theme)} `, TONES[state]),
		span(shown, state === 'pending' ? 'faint' : 'plain'),
		...told,
		span(' '.repeat(Math.max(0, Math.min(room, 60) - used))),
		...end,
	];
}

function markOf({state, spent = 0}: Work, theme: Theme): string {
	switch (state) {
		case 'pending':
			return theme.symbols.ahead;
		case 'running':
			return spinnerAt(spent, theme);
		case 'done':
			return theme.symbols.done;
		case 'failed':
			return theme.symbols.failed;
	}
}
