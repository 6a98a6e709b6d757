import type {Drawn, Space} from './fields/field.ts';
import type {Key} from './keys.ts';
import {type Line, span} from './line.ts';

/** Rows that must be seen; `to` is not one of them. */
export interface Rows {
	readonly from: number;
	readonly to: number;
}

/**
 * Shows a part of what is taller than its space. Remembers where it is: it follows what must be seen,
 * until the person scrolls.
 */
export class Scroll {
	#at: number | undefined;
	#page = 1;
	#most = 0;

	/** Goes back to following. */
	reset(): void {
		this.#at = undefined;
	}

	/** Whether there is more than was drawn last. */
	get isNeeded(): boolean {
		return this.#most > 0;
	}

	/**
	 * True when the key scrolled.
	 *
	 * @param withArrows - False while the arrows mean something else.
	 */
	press(key: Key, withArrows: boolean): boolean {
		const step = this.#stepOf(key, withArrows);
		if (step === undefined || this.#most === 0) {
			return false;
		}

		this.#at = Math.max(0, Math.min(this.#most, (this.#at ?? 0) + step));
		return true;
	}

	#stepOf(key: Key, withArrows: boolean): number | undefined {
		switch (key.name) {
			case 'page-down':
				return this.#page;
			case 'page-up':
				return -this.#page;
			case 'down':
				return withArrows ? 1 : undefined;
			case 'up':
				return withArrows ? -1 : undefined;
			case 'home':
				return withArrows ? -this.#most : undefined;
			case 'end':
				return withArrows ? this.#most : undefined;
			default:
				return undefined;
		}
	}

	/** As many rows as there is space for; the last one tells how much is above and below when not all fit. */
	draw({lines, cursor}: Drawn, {rows, theme: {symbols}}: Space, seen?: Rows): Drawn {
		if (lines.length <= rows) {
			this.#most = 0;
			return {lines, ...(cursor && {cursor})};
		}

		const room = Math.max(1, rows - 1);
		this.#most = lines.length - room;
		this.#page = Math.max(1, room - 1);
		const followed = seen === undefined ? 0 : Math.min(seen.from, Math.max(0, seen.to - room));
		const at = Math.max(0, Math.min(this.#most, this.#at ?? followed));
		this.#at = this.#at === undefined ? undefined : at;
		const above = at;
		const below = lines.length - at - room;
		const told = [
			...(above > 0 ? [`${symbols.less} ${above}`] : []),
			...(below > 0 ? [`${symbols.more} ${below}`] : []),
		].join('  ');
		const status: Line = [span(told, 'faint')];
		const row = (cursor?.row ?? -1) - at;
		return {
			lines: [...lines.slice(at, at + room), status],
			...(cursor && row >= 0 && row < room && {cursor: {row, column: cursor.column}}),
		};
	}
}
