import {choiceField} from '../../ui/fields/choice-field.ts';
import {drawQuestion} from '../../ui/screens/question-body.ts';
import {Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import {asking, keys, start as texts} from '../texts/en.ts';
import {dayAndTime, type Kept} from './kept.ts';

/** Asks whether to go on with answers that were kept; what was typed on the command line goes before them either way. */
export function resumeScreen({savedAt}: Kept, choose: (isResumed: boolean) => void, leave: () => void): Screen {
	const scroll = new Scroll();
	let field = choiceField({
		options: [
			{value: true, label: texts.resume, note: texts.resumeNote(dayAndTime(savedAt))},
			{value: false, label: texts.anew, note: texts.anewNote},
		],
		nothing: asking.nothingMatches,
		move: keys.choose,
	});
	return {
		view: () => ({
			title: asking.title,
			hints: [{key: 'Enter', does: keys.take}, ...field.hints, {key: 'Esc', does: keys.quit}],
			body: space => drawQuestion({question: texts.resumeQuestion, field}, space, scroll),
		}),
		press(key) {
			const next = field.press(key);
			if (next) {
				field = next;
			} else if (key.name === 'enter' && field.value !== undefined) {
				choose(field.value);
			} else if (key.name === 'escape') {
				leave();
			}
		},
	};
}
