import {printable} from '../../printable.ts';
import {spinnerAt} from '../elapsed.ts';
import type {Drawn, Field, Space} from '../fields/field.ts';
import {blank, type Line, span} from '../line.ts';
import {marked} from '../rows.ts';
import type {Scroll} from '../scroll.ts';
import {wrap} from '../wrap.ts';

/** Something that takes a while. */
export interface Busy {
	readonly what: string;
	/** Milliseconds. */
	readonly spent: number;
}

/** What stands around a field, from top to bottom. */
export interface QuestionBody {
	readonly question: string;
	readonly field: Field<unknown>;
	/** Below the field while nothing is wrong: where the offered answer comes from, what is expected. */
	readonly note?: string | undefined;
	readonly problem?: string | undefined;
	readonly busy?: Busy | undefined;
	/** Paragraphs, when they were asked for. */
	readonly help?: readonly string[];
	/** What the answer leads to. */
	readonly preview?: readonly Line[];
}

/** The least rows that a field is given, so that a list can be moved in. */
const LEAST_FIELD = 4;

/** Draws a question; where not all fits, the field stays in sight. */
export function drawQuestion(body: QuestionBody, space: Space, scroll: Scroll): Drawn {
	const {columns, theme} = space;
	const question = wrap(body.question, columns, 'strong');
	const below = belowOf(body, space);
	const gap = space.rows > 10 ? 1 : 0;
	const room = Math.max(LEAST_FIELD, space.rows - question.length - below.length - 2 * gap);
	const field = body.field.draw({columns, rows: room, theme});
	const top = question.length + gap;
	const after = field.lines.length > 1 && below.length > 0 ? gap : 0;
	const lines = [...question, ...empty(gap), ...field.lines, ...empty(after), ...below];
	return scroll.draw(
		{
			lines,
			...(field.cursor && {cursor: {row: top + field.cursor.row, column: field.cursor.column}}),
		},
		space,
		{from: 0, to: top + field.lines.length},
	);
}

function belowOf({note, problem, busy, help = [], preview = []}: QuestionBody, {columns, theme, rows}: Space) {
	const {symbols} = theme;
	const told: readonly Line[] =
		problem === undefined
			? busy === undefined
				? note === undefined || note === ''
					? []
					: wrap(note, columns - 2, 'faint').map(row => [span('  '), ...row])
				: [[span(`${spinnerAt(busy.spent, theme)} `, 'accent'), span(busy.what, 'faint')] satisfies Line]
			: marked(symbols.attention, printable(problem), {width: columns, tone: 'caution'});
	const paragraphs = help.flatMap((text, index) => [
		...(index === 0 ? [] : rows > 16 ? [blank] : []),
		...wrap(text, columns - 2).map(row => [span(`${symbols.wall} `, 'accent'), ...row]),
	]);
	return [
		...told,
		...(paragraphs.length === 0 ? [] : [blank, ...paragraphs]),
		...(preview.length === 0 ? [] : [blank, ...preview]),
	];
}

function empty(count: number): readonly Line[] {
	return Array.from({length: count}, () => blank);
}
