import {printable} from '../../printable.ts';
import {cutEnd} from '../../ui/line.ts';
import {choiceScreen} from '../../ui/screens/choice-screen.ts';
import {pasteScreen} from '../../ui/screens/paste-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys} from '../../ui/texts/en.ts';
import type {Candidate} from '../guide/open-question.ts';
import {choosing as texts} from '../texts/en.ts';
import {doctorView} from './doctor-view.ts';

/** Which CLI profile, and the message that was met. */
export interface ShowingChoice {
	readonly candidates: readonly Candidate[];
	readonly chosen: string | undefined;
	/** The message that was pasted, if any was. */
	readonly told: string | undefined;
	choose(cliProfile: string): void;
	paste(): void;
	back(): void;
}

/** As much of a message as tells which one it is. */
const BEGINNING = 60;

/** Asks which CLI profile does not work, or for the message. */
export function chooseScreen({candidates, chosen, told, choose, paste, back}: ShowingChoice): Screen {
	return choiceScreen<Candidate | 'paste'>({
		frame: view => doctorView(undefined, view),
		question: texts.question,
		options: [
			...candidates.map(candidate => ({value: candidate, label: candidate.name, note: candidate.note})),
			{value: 'paste', label: told === undefined ? texts.paste : texts.pasteAgain, note: texts.pasteNote},
		],
		chosen: candidates.find(({name}) => name === chosen),
		note:
			told === undefined
				? texts.note
				: texts.withMessage(cutEnd(printable(told.trim().split('\n')[0] ?? ''), BEGINNING)),
		escapeDoes: keys.quit,
		choose: taken => (taken === 'paste' ? paste() : choose(taken.name)),
		back,
	});
}

/** Asks for a message. */
export function messageScreen({
	cliProfile,
	told,
	answer,
	back,
}: {
	readonly cliProfile: string | undefined;
	readonly told: string;
	answer(told: string): void;
	back(): void;
}): Screen {
	return pasteScreen({
		frame: view => doctorView(cliProfile, view),
		question: texts.pasteQuestion,
		note: texts.pasteHelp,
		ghost: texts.pasteGhost,
		text: told,
		answer,
		back,
	});
}
