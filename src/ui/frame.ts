import type {Drawn, Hint, Space, Spot} from './fields/field.ts';
import {blank, cutRow, indent, type Line, line, lineWidth, pad, type Span, span} from './line.ts';
import type {Theme} from './theme.ts';
import {type Section, trackerRow, trackerRows} from './tracker.ts';

/** What a screen shows; where it stands and what of it fits is the frame's. */
export interface View {
	readonly title: string;
	/** At the right of the title. */
	readonly aside?: string;
	readonly sections?: readonly Section[];
	body(space: Space): Drawn;
	/** The keys that mean something now, the most useful first. */
	readonly hints: readonly Hint[];
	/** True while something turns, so that it is drawn again by itself. */
	readonly isMoving?: boolean;
}

/** The size of the terminal in cells. */
export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Below this nothing useful can be drawn. */
export const SMALLEST: Size = {columns: 40, rows: 12};

/** True where a window is smaller than that. */
export function isTooSmall({columns, rows}: Size): boolean {
	return columns < SMALLEST.columns || rows < SMALLEST.rows;
}

/** Lines of text beyond this are tiresome to read. */
const READABLE = 96;

const SIDE = 24;

/** The rows of a whole screen, exactly as many as there are, and where the cursor stands. */
export function frame(view: View, {columns, rows}: Size, theme: Theme): Drawn {
	const hasSide = view.sections !== undefined && columns >= 110 && rows >= 20;
	const margin = columns < 60 ? 1 : 2;
	const isAiry = rows >= 18;
	const head = headOf(view, {columns, margin, hasSide, theme});
	const foot = footOf(view.hints, {columns, rows, margin, theme});
	const top = isAiry ? 1 : 0;
	const space: Space = {
		columns: Math.min(READABLE, columns - 2 * margin - (hasSide ? SIDE + 3 : 0)),
		rows: Math.max(1, rows - head.length - foot.length - 2 * top),
		theme,
	};
	const body = view.body(space);
	const shown = body.lines.slice(0, space.rows);
	const left = hasSide ? margin + SIDE + 3 : margin;
	const middle = Array.from({length: space.rows + 2 * top}, (_, row) => indent(shown[row - top] ?? blank, margin));
	const placed = hasSide ? beside(trackerRows(view.sections ?? [], theme), middle, {margin, theme}) : middle;
	return {
		lines: [...head, ...placed, ...foot].slice(0, rows).map(row => cutRow(row, columns)),
		...(body.cursor && {cursor: placeCursor(body.cursor, {row: head.length + top, column: left})}),
	};
}

function placeCursor({row, column}: Spot, origin: Spot): Spot {
	return {row: row + origin.row, column: column + origin.column};
}

function headOf(
	{title, aside = '', sections}: View,
	{columns, margin, hasSide, theme}: {columns: number; margin: number; hasSide: boolean; theme: Theme},
): readonly Line[] {
	const room = columns - 2 * margin;
	const isNarrow = columns < 60;
	const tracker = sections === undefined || hasSide ? undefined : trackerRow(sections, room, theme);
	const left: Line = isNarrow && tracker !== undefined ? tracker : [span(title, 'strong')];
	const first = between(left, [span(aside, 'faint')], room);
	return [
		indent(first, margin),
		...(tracker === undefined || isNarrow ? [] : [indent(tracker, margin)]),
		line(theme.symbols.rule.repeat(columns), 'faint'),
	];
}

/** One at each end of the row; the right one goes when both do not fit. */
function between(left: Line, right: Line, width: number): Line {
	const rest = width - lineWidth(left) - lineWidth(right);
	return rest < 2 ? cutRow(left, width) : [...left, span(' '.repeat(rest)), ...right];
}

function footOf(
	hints: readonly Hint[],
	{columns, rows, margin, theme}: {columns: number; rows: number; margin: number; theme: Theme},
): readonly Line[] {
	const room = columns - 2 * margin;
	const lines: Span[][] = [[]];
	const most = rows >= 20 ? 2 : 1;
	for (const {key, does} of hints) {
		const current = lines.at(-1) ?? [];
		const hint = [span(key, 'strong'), span(` ${does}`, 'faint')];
		const gap = current.length === 0 ? [] : [span('   ')];
		if (lineWidth([...current, ...gap, ...hint]) <= room) {
			current.push(...gap, ...hint);
		} else if (lines.length < most) {
			lines.push(hint);
		}
	}

	return [line(theme.symbols.rule.repeat(columns), 'faint'), ...lines.map(row => indent(row, margin))];
}

function beside(
	side: readonly Line[],
	main: readonly Line[],
	{margin, theme}: {margin: number; theme: Theme},
): readonly Line[] {
	return main.map((row, at) => [
		...pad(indent(cutRow(side[at - 1] ?? blank, SIDE), margin), margin + SIDE),
		span(` ${theme.symbols.wall} `, 'faint'),
		...row,
	]);
}

/** What stands where the window has become too small, in rows that fit even there. */
export function smallFrame(text: string, {columns, rows}: Size): Drawn {
	const words = text.split('\n').map(row => cutRow(line(row), columns));
	return {lines: Array.from({length: rows}, (_, row) => words[row] ?? blank)};
}
