import {planText} from '../../report/setup-plan.ts';
import type {Plan} from '../../setup/planner.ts';
import {type Line, line} from '../../ui/line.ts';
import {blocks, marked, reportRows} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import type {Theme} from '../../ui/theme.ts';
import {wrap} from '../../ui/wrap.ts';
import type {SetupRun} from '../conduct/setup-run.ts';
import type {WizardSession} from '../session.ts';
import {keys, conducting as texts} from '../texts/en.ts';
import type {Works} from './apply-screen.ts';
import {setupView} from './setup-view.ts';

const quit = {key: 'Ctrl-C', does: keys.quit};

/** The plan, with what it takes to carry it out: a letter, so that an Enter too many changes nothing. */
export function planPage({
	session,
	run,
	plan,
	apply,
	back,
	commands,
}: {
	readonly session: WizardSession;
	readonly run: SetupRun;
	readonly plan: Plan;
	apply(): void;
	back(): void;
	commands(): void;
}): Screen {
	const isEmpty = plan.changes.length === 0;
	return pageScreen({
		frame: view => setupView(session, 'review', view),
		hints: () => [
			{key: 'y', does: isEmpty ? texts.prove : keys.apply},
			{key: 'e', does: keys.equivalents},
			{key: 'Esc', does: keys.answers},
			quit,
		],
		rows: (width, {symbols}) =>
			blocks(
				wrap(isEmpty ? texts.nothingToDo : texts.planIntro, width, 'strong'),
				run.notes.flatMap(note => marked(symbols.attention, note, {width, tone: 'caution'})),
				reportRows(planText(plan), width),
			),
		press(key) {
			if (letterOf(key) === 'y') {
				apply();
			} else if (letterOf(key) === 'e') {
				commands();
			} else if (key.name === 'escape') {
				back();
			}
		},
	});
}

/** The changes while they are made. */
export function applyPage({
	session,
	works,
	isStopping,
}: {
	readonly session: WizardSession;
	readonly works: Works;
	isStopping(): boolean;
}): Screen {
	return pageScreen({
		frame: view => setupView(session, 'review', view),
		hints: () => [{key: 'Ctrl-C', does: keys.interrupt}],
		isMoving: () => true,
		rows: (width, theme) =>
			blocks(
				[line(texts.applying, 'strong')],
				works.rows(width, theme),
				isStopping() ? marked(theme.symbols.attention, texts.stopping, {width, tone: 'caution'}) : [],
			),
		seen: () => works.at + 2,
		press: () => undefined,
	});
}

/** What happened, and the ways out. */
export function failedPage({
	session,
	rows,
	retry,
	back,
	leave,
}: {
	readonly session: WizardSession;
	rows(width: number, theme: Theme): readonly Line[];
	retry(): void;
	back(): void;
	leave(): void;
}): Screen {
	return pageScreen({
		frame: view => setupView(session, 'review', view),
		hints: () => [
			{key: 'r', does: keys.retry},
			{key: 'Esc', does: keys.answers},
			{key: 'q', does: keys.quit},
		],
		rows: (width, theme) => blocks([line(texts.failedTitle, 'strong')], rows(width, theme)),
		press(key) {
			if (key.name === 'escape') {
				back();
			} else if (letterOf(key) === 'r' || key.name === 'enter') {
				retry();
			} else if (letterOf(key) === 'q') {
				leave();
			}
		},
	});
}
