import {pasteField} from '../fields/paste-field.ts';
import type {View} from '../frame.ts';
import type {Key} from '../keys.ts';
import {Scroll} from '../scroll.ts';
import type {Screen} from '../stage.tsx';
import {keys} from '../texts/en.ts';
import {drawQuestion} from './question-body.ts';

/** A question for a text of several lines. */
export interface AskingText {
	frame(view: Pick<View, 'body' | 'hints'>): View;
	readonly question: string;
	readonly note: string;
	/** What to do, while nothing stands there. */
	readonly ghost: string;
	/** What stands there from the beginning. */
	readonly text: string;
	/** What was typed or pasted, and is not empty. */
	answer(text: string): void;
	back(): void;
}

/** Asks for several lines, usually pasted. Enter starts a line, as pastes hold line ends where terminals do not mark them; Ctrl-D is done. */
export function pasteScreen({frame, question, note, ghost, text, answer, back}: AskingText): Screen {
	const scroll = new Scroll();
	let field = pasteField({text, ghost, newLine: keys.newLine, done: keys.done});
	return {
		view: () =>
			frame({
				hints: [...field.hints.toReversed(), {key: 'Esc', does: keys.back}, {key: 'Ctrl-C', does: keys.quit}],
				body: space => drawQuestion({question, field, note}, space, scroll),
			}),
		press(key: Key) {
			const next = field.press(key);
			if (next) {
				field = next;
			} else if (key.name === 'ctrl' && key.letter === 'd' && field.value.trim() !== '') {
				answer(field.value);
			} else if (key.name === 'escape') {
				back();
			}
		},
	};
}
