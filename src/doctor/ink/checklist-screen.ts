import type {MendedThing} from '../../report/doctor-text.ts';
import type {Key} from '../../ui/keys.ts';
import {blank, type Line, line} from '../../ui/line.ts';
import {blocks} from '../../ui/rows.ts';
import {pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys} from '../../ui/texts/en.ts';
import type {CheckRow} from '../guide/examination.ts';
import {checkRows} from './check-rows.ts';
import {doctorView} from './doctor-view.ts';
import {mendedRows} from './mended-rows.ts';

/** The checklist while it fills in. */
export interface ShowingChecklist {
	readonly title: string;
	cliProfile(): string | undefined;
	rows(): readonly CheckRow[];
	/** What was mended before. */
	readonly mended: readonly MendedThing[];
	back(): void;
}

/** Shows each check as it is, until somebody shows something else. */
export function checklistScreen({title, cliProfile, rows, mended, back}: ShowingChecklist): Screen {
	const head = (width: number): readonly Line[] => [line(title, 'strong'), ...(width < 60 ? [] : [blank])];
	return pageScreen({
		frame: view => doctorView(cliProfile(), view),
		hints: () => [
			{key: 'Esc', does: keys.back},
			{key: 'Ctrl-C', does: keys.interrupt},
		],
		isMoving: () => true,
		rows: (width, theme) =>
			blocks([...head(width), ...checkRows(rows(), width, theme)], mendedRows(mended, width, theme)),
		seen: () => 1 + at(rows()),
		press(key: Key) {
			if (key.name === 'escape') {
				back();
			}
		},
	});
}

/** The check at which things are: the last one that runs, else the last one judged. */
function at(rows: readonly CheckRow[]): number {
	const running = rows.findLastIndex(({state}) => state === 'running');
	return Math.max(0, running === -1 ? rows.findLastIndex(({state}) => state !== 'waiting') : running);
}
