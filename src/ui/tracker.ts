import {cutRow, type Line, line, lineWidth, type Span, span, type Tone} from './line.ts';
import type {Symbols, Theme} from './theme.ts';

/** One stage of a longer way. */
export interface Section {
	readonly title: string;
	readonly state: 'done' | 'current' | 'ahead' | 'skipped' | 'needs attention';
}

const MARKS: Readonly<Record<Section['state'], keyof Omit<Symbols, 'spinner'>>> = {
	done: 'done',
	current: 'current',
	ahead: 'ahead',
	skipped: 'skipped',
	'needs attention': 'attention',
};

const TONES: Readonly<Record<Section['state'], Tone>> = {
	done: 'plain',
	current: 'accent',
	ahead: 'faint',
	skipped: 'faint',
	'needs attention': 'caution',
};

/**
 * All sections in one row, as many with their titles as there is room for: what is done gives its title up first, then
 * what is furthest ahead. Where that is too narrow, the current one with its number: `3/7 Trust anchor`.
 */
export function trackerRow(sections: readonly Section[], columns: number, theme: Theme): Line {
	const titled = new Set(sections);
	const givingUp = [...sections.filter(({state}) => state === 'done'), ...sections.filter(isAhead).toReversed()];
	for (;;) {
		const row = sections.flatMap((section, index): readonly Span[] => [
			...(index === 0 ? [] : [span('  ')]),
			sectionSpan(section, theme, titled.has(section)),
		]);
		const next = givingUp.shift();
		if (columns < 56 || (next === undefined && lineWidth(row) > columns)) {
			return cutRow(shortTracker(sections), columns);
		}

		if (next === undefined || lineWidth(row) <= columns) {
			return row;
		}

		titled.delete(next);
	}
}

function isAhead({state}: Section): boolean {
	return state === 'ahead' || state === 'skipped';
}

/** The current section alone. */
export function shortTracker(sections: readonly Section[]): Line {
	const counted = sections.filter(({state}) => state !== 'skipped');
	const at = counted.findIndex(({state}) => state === 'current');
	const current = counted[at];
	return current === undefined ? [] : [span(`${at + 1}/${counted.length} `, 'faint'), span(current.title, 'accent')];
}

/** One section a row, for the side of a wide screen. */
export function trackerRows(sections: readonly Section[], theme: Theme): readonly Line[] {
	return sections.flatMap(section => [[sectionSpan(section, theme)], line('')]);
}

function sectionSpan({title, state}: Section, {symbols}: Theme, isTitled = true): Span {
	return span(`${symbols[MARKS[state]]}${isTitled ? ` ${title}` : ''}`, TONES[state]);
}
