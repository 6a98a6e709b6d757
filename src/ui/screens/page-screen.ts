import type {Hint} from '../fields/field.ts';
import type {View} from '../frame.ts';
import type {Key} from '../keys.ts';
import {blank, type Line} from '../line.ts';
import {Scroll} from '../scroll.ts';
import type {Screen} from '../stage.tsx';
import {keys} from '../texts/en.ts';
import type {Theme} from '../theme.ts';

/** Something to read, and what keys do to it. */
export interface Page {
	rows(width: number, theme: Theme): readonly Line[];
	/** Stays in sight below what scrolls: what a key has just done. */
	told?(width: number, theme: Theme): readonly Line[];
	readonly hints: () => readonly Hint[];
	/** Puts the page in its frame. */
	frame(view: Pick<View, 'body' | 'hints' | 'isMoving'>): View;
	/** Any key that does not scroll. */
	press(key: Key): void;
	readonly isMoving?: () => boolean;
	/** Which row must be seen, such as the one at which things go on. */
	seen?(): number | undefined;
}

/** Shows something to read, however long it is. */
export function pageScreen(page: Page): Screen {
	const scroll = new Scroll();
	return {
		view: () =>
			page.frame({
				isMoving: page.isMoving?.() ?? false,
				hints: [...page.hints(), ...(scroll.isNeeded ? [{key: '↑↓ PgUp PgDn', does: keys.scroll}] : [])],
				body(space) {
					const lines = page.rows(space.columns, space.theme);
					const seen = page.seen?.();
					const told = page.told?.(space.columns, space.theme) ?? [];
					const room = {...space, rows: Math.max(1, space.rows - (told.length === 0 ? 0 : told.length + 1))};
					const drawn = scroll.draw({lines}, room, seen === undefined ? undefined : {from: seen, to: seen + 1});
					return told.length === 0 ? drawn : {lines: [...drawn.lines, blank, ...told]};
				},
			}),
		press(key) {
			if (!scroll.press(key, true)) {
				page.press(key);
			}
		},
	};
}

/** The letter that was pressed, in lower case; undefined for every other key. */
export function letterOf(key: Key): string | undefined {
	return key.name === 'text' && key.text.length === 1 ? key.text.toLowerCase() : undefined;
}
