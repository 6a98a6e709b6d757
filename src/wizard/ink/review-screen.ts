import type {Space} from '../../ui/fields/field.ts';
import type {Key} from '../../ui/keys.ts';
import {blank, cutEnd, cutMiddle, type Line, line, span, widthOf} from '../../ui/line.ts';
import {marked} from '../../ui/rows.ts';
import {type Rows, Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import {wrap} from '../../ui/wrap.ts';
import {sectionTitle} from '../sections.ts';
import {isComplete, type ReviewRow, reviewOf, type WizardSession} from '../session.ts';
import {keys, conducting as texts} from '../texts/en.ts';
import {setupView} from './setup-view.ts';

/** What can be done from the review. */
export interface Reviewing {
	readonly session: WizardSession;
	/** What is worth knowing besides, such as who administers the account. */
	readonly notes: readonly string[];
	edit(stepId: string): void;
	/** Only when every question is answered. */
	plan(): void;
	back(): void;
}

const LABEL = 20;

/** Every answer, to be changed in place, and the way to the plan. */
export function reviewScreen(review: Reviewing): Screen {
	const rows = reviewOf(review.session);
	const scroll = new Scroll();
	// The first place is the way on, the others are the answers.
	let at = isComplete(review.session) ? 0 : Math.max(0, rows.findIndex(isOpen) + 1);
	return {
		view: () =>
			setupView(review.session, 'review', {
				hints: [
					{key: 'Enter', does: at === 0 ? keys.next : keys.edit},
					{key: '↑↓', does: keys.choose},
					{key: 'Esc', does: keys.back},
					{key: 'Ctrl-C', does: keys.quit},
				],
				body(space) {
					const {lines, seen} = draw(rows, review, at, space);
					return scroll.draw({lines}, space, seen);
				},
			}),
		press(key) {
			const to = move(key, at, rows.length);
			if (to !== undefined) {
				at = to;
				scroll.reset();
			} else if (key.name === 'enter') {
				choose(rows[at - 1], review);
			} else if (key.name === 'escape') {
				review.back();
			}
		},
	};
}

function choose(row: ReviewRow | undefined, {session, plan, edit}: Reviewing): void {
	if (row) {
		edit(row.step.id);
	} else if (isComplete(session)) {
		plan();
	} else {
		edit(reviewOf(session).find(isOpen)?.step.id ?? '');
	}
}

function isOpen({state}: ReviewRow): boolean {
	return state === 'open' || state === 'needs attention';
}

function move(key: Key, at: number, count: number): number | undefined {
	const to = (place: number) => Math.max(0, Math.min(count, place));
	switch (key.name) {
		case 'up':
		case 'back-tab':
			return at === 0 ? count : at - 1;
		case 'down':
		case 'tab':
			return at === count ? 0 : at + 1;
		case 'page-up':
			return to(at - 8);
		case 'page-down':
			return to(at + 8);
		case 'home':
			return 0;
		case 'end':
			return count;
		default:
			return undefined;
	}
}

function draw(
	rows: readonly ReviewRow[],
	{notes}: Reviewing,
	at: number,
	space: Space,
): {readonly lines: readonly Line[]; readonly seen: Rows} {
	const {columns, theme} = space;
	const pointer = (isAt: boolean) => span(isAt ? `${theme.symbols.pointer} ` : '  ', 'accent');
	const lines: Line[] = [
		...wrap(texts.reviewIntro, columns),
		...notes.flatMap(note => wrap(note, columns, 'faint')),
		blank,
		[pointer(at === 0), span(texts.toPlan, at === 0 ? 'accent' : 'strong')],
	];
	let seen = {from: 0, to: lines.length};
	let section: string | undefined;
	rows.forEach((row, index) => {
		if (row.section !== section) {
			section = row.section;
			lines.push(blank, line(sectionTitle(row.section), 'faint'));
		}

		const from = lines.length;
		lines.push(...answerRows(row, at === index + 1, space));
		if (at === index + 1) {
			seen = {from: Math.max(0, from - 2), to: lines.length};
		}
	});
	return {lines, seen};
}

function answerRows(row: ReviewRow, isAt: boolean, {columns, theme: {symbols}}: Space): readonly Line[] {
	const {label} = row.step;
	const wide = columns < 60 ? 15 : LABEL;
	const room = columns - wide - 4;
	const value = cutMiddle(row.value, room);
	const origin = row.origin === '' ? '' : `   ${row.origin}`;
	const hasOrigin = row.state === 'assumed' && widthOf(value) + widthOf(origin) <= room;
	const first: Line = [
		span(isAt ? `${symbols.pointer} ` : '  ', 'accent'),
		span(cutEnd(label, wide).padEnd(wide + 1), isAt ? 'accent' : 'plain'),
		span(value, row.state === 'answered' ? 'strong' : row.state === 'left' ? 'faint' : 'plain'),
		...(hasOrigin ? [span(origin, 'faint')] : []),
	];
	if (row.state === 'needs attention') {
		return [first, ...under(row.problem ?? texts.needsAttention)];
	}

	return row.state === 'open' ? [first, ...under(texts.open)] : [first];

	function under(text: string): readonly Line[] {
		return marked(symbols.attention, text, {width: columns - 4, tone: 'caution'}).map(part => [span('    '), ...part]);
	}
}
