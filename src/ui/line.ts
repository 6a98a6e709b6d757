import stringWidth from 'string-width';

/** What a piece of text means; the theme knows how that looks. */
export type Tone = 'plain' | 'strong' | 'accent' | 'faint' | 'good' | 'caution' | 'bad';

/** A piece of a line. Holds no line breaks and no control characters. */
export interface Span {
	readonly text: string;
	readonly tone: Tone;
}

/** One row of the screen. */
export type Line = readonly Span[];

/** An empty row. */
export const blank: Line = [];

/** A piece of a line. */
export function span(text: string, tone: Tone = 'plain'): Span {
	return {text, tone};
}

/** A row of one tone. */
export function line(text: string, tone: Tone = 'plain'): Line {
	return [span(text, tone)];
}

/** Characters of one cell each, whatever stands beside them: Latin, and the marks that screens are drawn with. */
export const ONE_CELL =
	/^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2193\u2500-\u257f\u25cb\u25cf\u2713\u2717\u276f]*$/;

/**
 * How many cells of the terminal a text takes: CJK two each, combining marks none. What is plainly of one cell each
 * is told without the tables of Unicode, which take longer to make than the first screen.
 */
export function widthOf(text: string): number {
	return ONE_CELL.test(text) ? text.length : stringWidth(text);
}

/** How many cells a row takes. */
export function lineWidth(row: Line): number {
	return row.reduce((sum, {text}) => sum + widthOf(text), 0);
}

/** The text of a row, without what it means. */
export function plainText(row: Line): string {
	return row.map(({text}) => text).join('');
}

/** The row, moved to the right. */
export function indent(row: Line, by: number): Line {
	return by === 0 || row.length === 0 ? row : [span(' '.repeat(by)), ...row];
}

/** The row with spaces after it, so that something can stand beside it. */
export function pad(row: Line, width: number): Line {
	const missing = width - lineWidth(row);
	return missing <= 0 ? row : [...row, span(' '.repeat(missing))];
}

const segmenter = new Intl.Segmenter();

/** What a person takes for the characters of a text. */
export function characters(text: string): readonly string[] {
	return /^[\x20-\x7e]*$/.test(text) ? [...text] : Array.from(segmenter.segment(text), ({segment}) => segment);
}

/** As much of the beginning as fits. */
export function takeStart(text: string, width: number): string {
	if (widthOf(text) <= width) {
		return text;
	}

	let taken = '';
	let room = width;
	for (const character of characters(text)) {
		room -= widthOf(character);
		if (room < 0) {
			break;
		}

		taken += character;
	}

	return taken;
}

/** As much of the end as fits. */
export function takeEnd(text: string, width: number): string {
	if (widthOf(text) <= width) {
		return text;
	}

	let taken = '';
	let room = width;
	for (const character of characters(text).toReversed()) {
		room -= widthOf(character);
		if (room < 0) {
			break;
		}

		taken = character + taken;
	}

	return taken;
}

/** The text, or its beginning with an ellipsis. */
export function cutEnd(text: string, width: number): string {
	return widthOf(text) <= width ? text : width <= 0 ? '' : `${takeStart(text, width - 1)}…`;
}

/** The text, or its beginning and end with an ellipsis between: both ends of an ARN tell something. */
export function cutMiddle(text: string, width: number): string {
	if (widthOf(text) <= width) {
		return text;
	}

	const end = Math.floor((width - 1) / 2);
	return width <= 0 ? '' : `${takeStart(text, width - 1 - end)}…${takeEnd(text, end)}`;
}

/** No part of a text is cut shorter than this for the sake of another. */
const TELLING = 16;

/** The text; where it does not fit, the longest words in it (paths, ARNs) are cut in the middle, and then its end. */
export function cutWords(text: string, width: number): string {
	const words = text.split(' ');
	for (const word of words.toSorted((one, other) => widthOf(other) - widthOf(one))) {
		const excess = widthOf(words.join(' ')) - width;
		if (excess <= 0 || widthOf(word) <= TELLING) {
			break;
		}

		words[words.indexOf(word)] = cutMiddle(word, Math.max(TELLING, widthOf(word) - excess));
	}

	return cutEnd(words.join(' '), width);
}

/** The row, cut at the end to what fits. */
export function cutRow(row: Line, width: number): Line {
	if (lineWidth(row) <= width) {
		return row;
	}

	const fitting: Span[] = [];
	let room = width;
	for (const {text, tone} of row) {
		const wide = widthOf(text);
		if (wide > room || (wide === room && row.at(-1)?.text !== text)) {
			fitting.push(span(room <= 0 ? '' : `${takeStart(text, room - 1)}…`, tone));
			break;
		}

		fitting.push(span(text, tone));
		room -= wide;
	}

	return fitting;
}
