import type {Hint, Space} from '../../ui/fields/field.ts';
import type {Key} from '../../ui/keys.ts';
import type {Line} from '../../ui/line.ts';
import {asksForHelp, helpKey} from '../../ui/screens/help-keys.ts';
import {type Busy, drawQuestion} from '../../ui/screens/question-body.ts';
import {Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import type {AnswerValue} from '../field.ts';
import {howToAnswer} from '../inputs.ts';
import {answersOf, suggestionFor, type WizardSession} from '../session.ts';
import type {Step} from '../step.ts';
import {asking, keys} from '../texts/en.ts';
import {setupView} from './setup-view.ts';
import {type StepField, stepField} from './step-field.ts';

/** What a question screen asks for and tells. */
export interface Asking {
	readonly step: Step;
	/** The newest session, which holds why an answer was not taken. */
	session(): WizardSession;
	/** Hands the answer over, and a passphrase that was typed. Another screen follows, or this one with a problem. */
	answer(value: AnswerValue | undefined, secret?: string): void;
	back(): void;
	/** Another field than that of the step, where more is known than the step says. */
	readonly field?: StepField | undefined;
	/** What the answer as it stands leads to; is asked at each drawing. */
	preview?(value: AnswerValue | undefined, space: Space): readonly Line[];
	/** While the answer is looked at, when that takes long: what is done, and for how many milliseconds. */
	busy?(): Busy | undefined;
	/** What begins like this, as far as it is the same; undefined when nothing does. */
	complete?(text: string): Promise<string | undefined>;
	refresh(): void;
}

/** Asks one question. */
export function questionScreen(ask: Asking): Screen {
	return new QuestionScreen(ask);
}

class QuestionScreen implements Screen {
	readonly #ask: Asking;
	readonly #scroll = new Scroll();
	#field: StepField;
	#isExplaining = false;

	constructor(ask: Asking) {
		this.#ask = ask;
		this.#field = ask.field ?? this.#fieldWith(ask.session().given[ask.step.key]);
	}

	view() {
		const {step, session, preview, busy} = this.#ask;
		const {problem} = session();
		return setupView(session(), 'asking', {
			isMoving: busy?.() !== undefined,
			hints: this.#hints(),
			body: space =>
				drawQuestion(
					{
						question: step.question,
						field: this.#field.field,
						note: this.#note(),
						problem,
						busy: busy?.(),
						help: this.#isExplaining ? this.#help() : [],
						preview: preview?.(this.#field.answer(), space) ?? [],
					},
					space,
					this.#scroll,
				),
		});
	}

	press(key: Key): void {
		const {answer, back, busy} = this.#ask;
		if (busy?.() !== undefined) {
			return;
		}

		if (asksForHelp(key, this.#field.field)) {
			this.#isExplaining = !this.#isExplaining;
			return;
		}

		if (this.#scroll.press(key, false) || this.#takePaste(key) || this.#complete(key)) {
			return;
		}

		const next = this.#field.press(key);
		if (next) {
			this.#field = next;
			this.#scroll.reset();
		} else if (key.name === 'enter') {
			this.#scroll.reset();
			answer(this.#field.answer());
		} else if (key.name === 'escape') {
			if (this.#isExplaining) {
				this.#isExplaining = false;
			} else {
				back();
			}
		}
	}

	#fieldWith(given: AnswerValue | undefined): StepField {
		const {step, session} = this.#ask;
		const suggestion = given === undefined ? suggestionFor(session(), step) : undefined;
		const answers = answersOf(session());
		return stepField(step, {
			given,
			suggestion,
			isPossible: value => step.problemWith(value, answers) === undefined,
		});
	}

	/** Where the answer comes from that Enter takes; what is expected otherwise. */
	#note(): string | undefined {
		const {step, session} = this.#ask;
		const {field, unanswered} = step;
		const isUntouched = this.#field.field.isEmpty;
		const suggestion = suggestionFor(session(), step);
		if (suggestion !== undefined && isUntouched && this.#field.answer() === suggestion.value) {
			return session().given[step.key] === undefined ? asking.origin(suggestion.origin) : suggestion.origin;
		}

		if (isUntouched && unanswered === 'leave') {
			return asking.optional;
		}

		return field.kind === 'number' ? asking.wholeNumber(field.unit, field.minimum, field.maximum) : undefined;
	}

	#help(): readonly string[] {
		const {step} = this.#ask;
		return [step.help, asking.onCommandLine(howToAnswer(step))];
	}

	#hints(): readonly Hint[] {
		const {step} = this.#ask;
		const {field} = this.#field;
		const isLeaving = field.isEmpty && step.unanswered === 'leave' && this.#field.answer() === undefined;
		const isAdding = step.field.kind === 'list' && !field.isEmpty;
		return [
			...(isAdding ? [] : [{key: 'Enter', does: isLeaving ? keys.skip : keys.next}]),
			{key: 'Esc', does: this.#isExplaining ? keys.closeHelp : keys.back},
			...(this.#isExplaining ? [] : [{key: helpKey(field), does: keys.explain}]),
			...field.hints,
			...(this.#scroll.isNeeded ? [{key: 'PgDn', does: keys.scroll}] : []),
			{key: 'Ctrl-C', does: keys.quit},
		];
	}

	/** A PEM in a field for a path is the answer itself: it is kept as a file. */
	#takePaste(key: Key): boolean {
		const {step, answer} = this.#ask;
		if (key.name !== 'paste' || step.field.kind !== 'path' || !key.text.includes('-----BEGIN ')) {
			return false;
		}

		answer(key.text);
		return true;
	}

	#complete(key: Key): boolean {
		const {step, complete, refresh} = this.#ask;
		const typed = this.#field.field.value;
		if (key.name !== 'tab' || step.field.kind !== 'path' || !complete || typeof typed !== 'string' || typed === '') {
			return false;
		}

		void complete(typed).then(whole => {
			if (whole !== undefined && this.#field.field.value === typed) {
				this.#field = this.#fieldWith(whole);
				refresh();
			}
		});
		return true;
	}
}
