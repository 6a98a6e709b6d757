import type {Key} from '../../ui/keys.ts';
import {type Line, line, span} from '../../ui/line.ts';
import {blocks} from '../../ui/rows.ts';
import {choiceScreen} from '../../ui/screens/choice-screen.ts';
import {pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys as anyKeys} from '../../ui/texts/en.ts';
import type {Theme} from '../../ui/theme.ts';
import {wrap} from '../../ui/wrap.ts';
import type {Problem} from '../diagnose/diagnosis.ts';
import type {Findings} from '../guide/doctor-world.ts';
import {openParts} from '../guide/telling.ts';
import {help, rest, result} from '../texts/en.ts';
import {MARKS, TONES} from './check-rows.ts';
import {doctorView} from './doctor-view.ts';
import {partRows} from './part-rows.ts';

/** Everything else that was noticed; each can be opened. */
export function restScreen({
	findings: {diagnosis, evidence},
	chosen,
	open,
	back,
}: {
	readonly findings: Findings;
	readonly chosen: Problem | undefined;
	open(problem: Problem): void;
	back(): void;
}): Screen {
	return choiceScreen({
		frame: view => doctorView(evidence.cliProfile.name, view),
		question: rest.question,
		options: diagnosis.others.map(problem => ({
			value: problem,
			label: `${result.severity[problem.finding.severity]}: ${problem.finding.message}`,
		})),
		chosen,
		enterDoes: anyKeys.open,
		choose: open,
		back,
	});
}

/** What could not be looked at, what that leaves open, and how it could be. */
export function openScreen(
	{diagnosis, evidence}: Findings,
	asCalled: (text: string) => string,
	back: () => void,
): Screen {
	return readingScreen(evidence.cliProfile.name, back, width =>
		blocks([line(rest.openTitle, 'strong')], partRows(openParts(diagnosis.open, asCalled), width)),
	);
}

/** What the marks and the keys mean. */
export function helpScreen(cliProfile: string | undefined, back: () => void): Screen {
	const meaning = (key: string, text: string, width: number, tone: Line[number]['tone']): readonly Line[] =>
		wrap(text, width - 4).map((row, index): Line => [span(index === 0 ? `${key}   ` : '    ', tone), ...row]);
	return readingScreen(cliProfile, back, (width, theme) =>
		blocks(
			[line(help.title, 'strong')],
			(['passed', 'noticed', 'failed', 'unknown'] as const).flatMap(state =>
				meaning(theme.symbols[MARKS[state]], help.marks[state], width, TONES[state].mark),
			),
			Object.entries(help.keys).flatMap(([key, text]) => meaning(key, text, width, 'strong')),
		),
	);
}

function readingScreen(
	cliProfile: string | undefined,
	back: () => void,
	rows: (width: number, theme: Theme) => readonly Line[],
): Screen {
	return pageScreen({
		frame: view => doctorView(cliProfile, view),
		hints: () => [{key: 'Esc', does: anyKeys.back}],
		rows,
		press(key: Key) {
			if (key.name === 'escape' || key.name === 'enter' || (key.name === 'text' && key.text === '?')) {
				back();
			}
		},
	});
}
