import {choiceField, type Option} from '../fields/choice-field.ts';
import type {View} from '../frame.ts';
import type {Key} from '../keys.ts';
import type {Line} from '../line.ts';
import {Scroll} from '../scroll.ts';
import type {Screen} from '../stage.tsx';
import {choosing, keys} from '../texts/en.ts';
import type {Theme} from '../theme.ts';
import {drawQuestion} from './question-body.ts';

/** A question with a few answers to choose from. */
export interface Choosing<Value> {
	frame(view: Pick<View, 'body' | 'hints'>): View;
	readonly question: string;
	readonly options: readonly Option<Value>[];
	/** Where the pointer starts; the first unless given. */
	readonly chosen?: Value | undefined;
	readonly note?: string | undefined;
	/** Why the last answer was not taken. */
	problem?(): string | undefined;
	/** Below the answers: what else is worth knowing. */
	preview?(width: number, theme: Theme): readonly Line[];
	/** What Enter and Escape do, in a word. */
	readonly enterDoes?: string;
	readonly escapeDoes?: string;
	choose(value: Value): void;
	back(): void;
}

/** Asks which one. */
export function choiceScreen<Value>(asking: Choosing<Value>): Screen {
	const {frame, question, options, chosen, enterDoes = keys.take, escapeDoes = keys.back} = asking;
	const scroll = new Scroll();
	let field = choiceField({options, chosen, nothing: choosing.nothingMatches, move: keys.choose});
	return {
		view: () =>
			frame({
				hints: [{key: 'Enter', does: enterDoes}, ...field.hints, {key: 'Esc', does: escapeDoes}],
				body: space =>
					drawQuestion(
						{
							question,
							field,
							note: asking.note,
							problem: asking.problem?.(),
							preview: asking.preview?.(space.columns, space.theme) ?? [],
						},
						space,
						scroll,
					),
			}),
		press(key: Key) {
			const next = field.press(key);
			if (next) {
				field = next;
			} else if (key.name === 'enter' && field.value !== undefined) {
				asking.choose(field.value);
			} else if (key.name === 'escape') {
				asking.back();
			} else {
				scroll.press(key, false);
			}
		},
	};
}
