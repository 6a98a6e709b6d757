import {textField} from '../fields/text-field.ts';
import type {View} from '../frame.ts';
import type {Key} from '../keys.ts';
import {Scroll} from '../scroll.ts';
import type {Screen} from '../stage.tsx';
import {keys} from '../texts/en.ts';
import {drawQuestion} from './question-body.ts';

/** A question for a path outside of a set-up. */
export interface AskingPath {
	frame(view: Pick<View, 'body' | 'hints'>): View;
	readonly question: string;
	readonly note: string;
	/** What stands there from the beginning. */
	readonly text?: string;
	/** What Enter takes while nothing is typed; without, something must be typed. */
	readonly offered?: string;
	readonly example: string;
	problem(): string | undefined;
	/** What was typed or offered. */
	answer(typed: string): void;
	/** A PEM that was pasted; without, a paste is typed text. */
	paste?(pem: string): void;
	complete(typed: string): Promise<string | undefined>;
	back(): void;
	refresh(): void;
}

/** Asks for a file or a folder; Tab completes it. */
export function pathScreen(ask: AskingPath): Screen {
	const {offered} = ask;
	const make = (text: string) =>
		textField({
			text,
			ghost: offered ?? ask.example,
			canTakeGhost: offered !== undefined,
			hints: typed => (typed === '' ? [] : [{key: 'Tab', does: keys.complete}]),
		});
	const scroll = new Scroll();
	let field = make(ask.text ?? '');
	const complete = (typed: string) => {
		void ask.complete(typed).then(whole => {
			if (whole !== undefined && field.value === typed) {
				field = make(whole);
				ask.refresh();
			}
		});
	};
	return {
		view: () =>
			ask.frame({
				hints: [
					{key: 'Enter', does: keys.next},
					{key: 'Esc', does: keys.back},
					...field.hints,
					{key: 'Ctrl-C', does: keys.quit},
				],
				body: space =>
					drawQuestion({question: ask.question, field, note: ask.note, problem: ask.problem()}, space, scroll),
			}),
		press(key: Key) {
			const typed = field.value.trim();
			if (key.name === 'paste' && key.text.includes('-----BEGIN ') && ask.paste) {
				ask.paste(key.text);
			} else if (key.name === 'tab' && typed !== '') {
				complete(field.value);
			} else if (key.name === 'enter') {
				const answer = typed === '' ? offered : typed;
				if (answer !== undefined) {
					ask.answer(answer);
				}
			} else if (key.name === 'escape') {
				ask.back();
			} else {
				field = field.press(key) ?? field;
			}
		},
	};
}
