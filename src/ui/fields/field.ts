import type {Key} from '../keys.ts';
import type {Line} from '../line.ts';
import type {Theme} from '../theme.ts';

/** A key and what it does, for the bottom of the screen. */
export interface Hint {
	readonly key: string;
	readonly does: string;
}

/** Where something may be drawn. */
export interface Space {
	readonly columns: number;
	/** How many rows there are; what takes more scrolls. */
	readonly rows: number;
	readonly theme: Theme;
}

/** A place in drawn rows, counted from 0. */
export interface Spot {
	readonly row: number;
	readonly column: number;
}

/** Rows, and where in them the terminal's cursor stands, for those who write by composing. */
export interface Drawn {
	readonly lines: readonly Line[];
	readonly cursor?: Spot;
}

/**
 * Something that takes keys and holds a value. Never changes: a key gives the next one, so whoever
 * holds it decides what to keep.
 */
export interface Field<Value> {
	/** What stands in it; it may well be wrong. */
	readonly value: Value;
	/** True when a letter would be written into it, so that no letter may mean anything else. */
	readonly isTyping: boolean;
	/** True when it holds nothing that the person wrote. */
	readonly isEmpty: boolean;
	/** The keys that it understands by itself. */
	readonly hints: readonly Hint[];
	/** The field after this key; undefined when the key means nothing here. */
	press(key: Key): Field<Value> | undefined;
	draw(space: Space): Drawn;
}
