import {choiceField, type Option} from '../../ui/fields/choice-field.ts';
import type {Key} from '../../ui/keys.ts';
import {drawQuestion} from '../../ui/screens/question-body.ts';
import {Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import {keys, start as texts} from '../texts/en.ts';
import {dayAndTime} from './kept.ts';

/** What can be started. */
export type Errand = 'resume' | 'setup' | 'rehearse' | 'check' | 'troubleshoot';

/** What the start screen knows and does. */
export interface Starting {
	/** Why what was chosen cannot begin. */
	problem?(): string | undefined;
	/** When answers were kept that can be gone on with; undefined when there are none, or nobody has looked yet. */
	resumable(): Date | undefined;
	choose(errand: Errand): void;
	leave(): void;
}

/** The first screen: what would you like to do? */
export function startScreen(starting: Starting): Screen {
	const scroll = new Scroll();
	let known = starting.resumable();
	let field = errandField(known);
	let isTouched = false;
	return {
		view() {
			const resumable = starting.resumable();
			if (resumable !== known && !isTouched) {
				known = resumable;
				field = errandField(known);
			}

			return {
				title: texts.title,
				hints: [{key: 'Enter', does: keys.open}, ...field.hints, {key: 'Esc', does: keys.quit}],
				body: space =>
					drawQuestion(
						{question: texts.question, field, note: texts.intro, problem: starting.problem?.()},
						space,
						scroll,
					),
			};
		},
		press(key: Key) {
			isTouched = true;
			const next = field.press(key);
			if (next) {
				field = next;
			} else if (key.name === 'enter' && field.value !== undefined) {
				starting.choose(field.value);
			} else if (key.name === 'escape' || (key.name === 'text' && key.text === 'q')) {
				starting.leave();
			}
		},
	};
}

function errandField(resumable: Date | undefined) {
	const resume: readonly Option<Errand>[] =
		resumable === undefined
			? []
			: [{value: 'resume', label: texts.resume, note: texts.resumeNote(dayAndTime(resumable))}];
	return choiceField<Errand>({
		options: [
			...resume,
			{value: 'setup', label: texts.setup, note: texts.setupNote},
			{value: 'check', label: texts.check, note: texts.checkNote},
			{value: 'rehearse', label: texts.rehearse, note: texts.rehearseNote},
			{value: 'troubleshoot', label: texts.troubleshoot, note: texts.troubleshootNote},
		],
		nothing: texts.nothingMatches,
		move: keys.choose,
	});
}
