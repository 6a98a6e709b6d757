import type {Line} from '../../ui/line.ts';
import {blocks, marked} from '../../ui/rows.ts';
import {letterOf, pageScreen} from '../../ui/screens/page-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys as anyKeys} from '../../ui/texts/en.ts';
import type {Problem} from '../diagnose/diagnosis.ts';
import {commandsText, problemParts, safe, sourceParts} from '../guide/telling.ts';
import {keys, result as texts} from '../texts/en.ts';
import {doctorView} from './doctor-view.ts';
import {partRows} from './part-rows.ts';

/** One thing that was noticed, and what can be done about it. */
export interface ShowingProblem {
	readonly cliProfile: string;
	readonly problem: Problem;
	asCalled(text: string): string;
	copy(text: string): void;
	/** Undefined where this program can do nothing about it. */
	readonly mend: (() => void) | undefined;
	back(): void;
}

/** Shows all that is known of one thing, with its source. */
export function problemScreen({cliProfile, problem, asCalled, copy, mend, back}: ShowingProblem): Screen {
	const {finding, remedy} = problem;
	const isError = finding.severity === 'error';
	let told: string | undefined;
	return pageScreen({
		frame: view => doctorView(cliProfile, view),
		hints: () => [
			...(mend ? [{key: 'd', does: keys.mend}] : []),
			...(remedy.commands.length > 0 ? [{key: 'c', does: anyKeys.copy}] : []),
			{key: 'Esc', does: anyKeys.back},
		],
		rows: (width, {symbols}): readonly Line[] =>
			blocks(
				marked(
					isError ? symbols.failed : symbols.attention,
					`${texts.severity[finding.severity]}: ${safe(finding.message)}`,
					{
						width,
						tone: isError ? 'bad' : 'caution',
					},
				),
				partRows(problemParts(problem, asCalled, texts.canMend), width),
				partRows(sourceParts(problem), width),
			),
		told: (width, {symbols}) => (told === undefined ? [] : marked(symbols.done, told, {width, tone: 'good'})),
		press(key) {
			told = undefined;
			if (key.name === 'escape') {
				back();
			} else if (letterOf(key) === 'd' || key.name === 'enter') {
				mend?.();
			} else if (letterOf(key) === 'c' && remedy.commands.length > 0) {
				copy(commandsText(remedy.commands, asCalled));
				told = texts.copied;
			}
		},
	});
}
