import {choiceScreen} from '../../ui/screens/choice-screen.ts';
import type {Screen} from '../../ui/stage.tsx';
import {asking, keys, start as texts} from '../texts/en.ts';
import {dayAndTime, type Kept} from './kept.ts';

/** Asks whether to go on with answers that were kept; what was typed on the command line goes before them either way. */
export function resumeScreen({savedAt}: Kept, choose: (isResumed: boolean) => void, leave: () => void): Screen {
	return choiceScreen({
		frame: view => ({title: asking.title, ...view}),
		question: texts.resumeQuestion,
		options: [
			{value: true, label: texts.resume, note: texts.resumeNote(dayAndTime(savedAt))},
			{value: false, label: texts.anew, note: texts.anewNote},
		],
		escapeDoes: keys.quit,
		choose,
		back: leave,
	});
}
