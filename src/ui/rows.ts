import {blank, cutMiddle, indent, type Line, line, span, type Tone, widthOf} from './line.ts';
import {wrap, wrapText} from './wrap.ts';

/** What the mark at the beginning of a row of a plan or a report means. */
const MARKS: readonly (readonly [RegExp, Tone])[] = [
	[/^\s*\+ /, 'good'],
	[/^\s*~ /, 'caution'],
	[/^\s*- /, 'bad'],
	[/^\s*! /, 'caution'],
	[/^\s*= /, 'faint'],
];

/** A text of several rows as the reports write it, each row in the tone of its mark, and wrapped with its margin kept. */
export function reportRows(text: string, width: number): readonly Line[] {
	return text
		.trimEnd()
		.split('\n')
		.flatMap(row => {
			const tone = MARKS.find(([mark]) => mark.test(row))?.[1] ?? 'plain';
			return hanging(row, width).map(part => line(part, tone));
		});
}

/** Wrapped rows after the first start where the text of the first does, past its mark. */
function hanging(row: string, width: number): readonly string[] {
	const margin = /^\s*(?:[+~!=-] |\d+\. )?/.exec(row)?.[0] ?? '';
	const room = Math.max(8, width - margin.length);
	return wrapText(row.slice(margin.length), room).map(
		(part, index) => `${index === 0 ? margin : ' '.repeat(margin.length)}${part}`,
	);
}

/** A text under a mark: what is wrong, what was found. */
export function marked(mark: string, text: string, {width, tone}: {readonly width: number; readonly tone: Tone}) {
	return wrap(text, width - 2, tone).map((row, index): Line => [span(index === 0 ? `${mark} ` : '  ', tone), ...row]);
}

/** Blocks with an empty row between them; those without rows are left out. */
export function blocks(...parts: readonly (readonly Line[])[]): readonly Line[] {
	return parts.filter(part => part.length > 0).flatMap((part, index) => (index === 0 ? part : [blank, ...part]));
}

/** Rows under a title, moved to the right. */
export function titled(title: string, rows: readonly Line[], width: number): readonly Line[] {
	return [...wrap(title, width, 'strong'), ...rows.map(row => indent(row, 2))];
}

/** Names and values; below 60 columns each value has a row of its own. Long values are cut in the middle. */
export function table(rows: readonly (readonly [string, string])[], width: number): readonly Line[] {
	const names = Math.max(22, ...rows.map(([name]) => widthOf(name))) + 2;
	return width < 60
		? rows.flatMap(([name, value]): readonly Line[] => [line(name, 'faint'), line(`  ${cutMiddle(value, width - 2)}`)])
		: rows.map(([name, value]): Line => [span(name.padEnd(names), 'faint'), span(cutMiddle(value, width - names))]);
}
