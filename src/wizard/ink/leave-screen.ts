import {choiceField} from '../../ui/fields/choice-field.ts';
import type {View} from '../../ui/frame.ts';
import type {Key} from '../../ui/keys.ts';
import {drawQuestion} from '../../ui/screens/question-body.ts';
import {Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import {asking, keys, leaving as texts} from '../texts/en.ts';

/** What leaving leads to. */
export interface Leaving {
	frame(view: Pick<View, 'body' | 'hints' | 'isMoving'>): View;
	/** Whether there are answers, which are kept. */
	readonly isKept: boolean;
	leave(): void;
	stay(): void;
}

/** Asks before leaving; staying is what Enter does. */
export function leaveScreen({frame, isKept, leave, stay}: Leaving): Screen {
	const scroll = new Scroll();
	let field = choiceField({
		options: [
			{value: 'stay', label: texts.stay},
			{value: 'leave', label: texts.leave},
		],
		nothing: asking.nothingMatches,
		move: keys.choose,
	});
	return {
		view: () =>
			frame({
				hints: [{key: 'Enter', does: keys.take}, ...field.hints, {key: 'Esc', does: texts.stay.toLowerCase()}],
				body: space =>
					drawQuestion({question: texts.question, field, note: isKept ? texts.kept : undefined}, space, scroll),
			}),
		press(key: Key) {
			if (key.name === 'escape') {
				stay();
			} else if (key.name === 'enter') {
				(field.value === 'leave' ? leave : stay)();
			} else {
				field = field.press(key) ?? field;
			}
		},
	};
}
