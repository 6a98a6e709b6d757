import {type Line, line, type Tone, takeStart, widthOf} from './line.ts';

/** Breaks a text into rows between words; a word that is longer than a row is broken anywhere. Line ends in it stay. */
export function wrap(text: string, width: number, tone: Tone = 'plain'): readonly Line[] {
	return wrapText(text, width).map(row => line(row, tone));
}

/** The same, as texts. */
export function wrapText(text: string, width: number): readonly string[] {
	const room = Math.max(2, width);
	return text.split('\n').flatMap(paragraph => wrapParagraph(paragraph, room));
}

function wrapParagraph(paragraph: string, width: number): readonly string[] {
	if (widthOf(paragraph) <= width) {
		return [paragraph.trimEnd()];
	}

	const margin = /^ */.exec(paragraph)?.[0] ?? '';
	const rows: string[] = [];
	let row = margin;
	let isFresh = true;
	for (const word of paragraph.trim().split(/ +/)) {
		// What fits in no row at all begins where there is room, rather than on a row of its own.
		const isEndless = margin.length + widthOf(word) > width && widthOf(row) < width / 2;
		if (!isFresh && !isEndless && widthOf(row) + 1 + widthOf(word) > width) {
			rows.push(row);
			row = margin;
			isFresh = true;
		}

		row += isFresh ? word : ` ${word}`;
		isFresh = false;
		while (widthOf(row) > width) {
			const start = takeStart(row, width);
			rows.push(start);
			row = margin + row.slice(start.length);
		}
	}

	return [...rows, row];
}

/** Breaks a text into rows anywhere, as a terminal does with what is too long: nothing is added, nothing is moved. */
export function breakText(text: string, width: number): readonly string[] {
	const room = Math.max(2, width);
	const rows: string[] = [];
	let rest = text;
	while (widthOf(rest) > room) {
		const start = takeStart(rest, room);
		rows.push(start);
		rest = rest.slice(start.length);
	}

	return [...rows, rest];
}
