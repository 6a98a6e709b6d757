import {choiceField, type Option} from '../../ui/fields/choice-field.ts';
import type {Field, Hint} from '../../ui/fields/field.ts';
import {secretField} from '../../ui/fields/secret-field.ts';
import {textField} from '../../ui/fields/text-field.ts';
import type {Key} from '../../ui/keys.ts';
import {asksForHelp, helpKey} from '../../ui/screens/help-keys.ts';
import {drawQuestion} from '../../ui/screens/question-body.ts';
import {Scroll} from '../../ui/scroll.ts';
import type {Screen} from '../../ui/stage.tsx';
import type {SecretSource} from '../field.ts';
import {howToAnswer} from '../inputs.ts';
import type {PassphraseUse} from '../passphrase-check.ts';
import {suggestionFor} from '../session.ts';
import {asking, keys, passphraseTexts as texts} from '../texts/en.ts';
import type {Asking} from './question-screen.ts';
import {setupView} from './setup-view.ts';

type From = SecretSource['from'];

/** What is being asked: where it comes from, then what that needs. */
type Part =
	| {readonly kind: 'source'; readonly field: Field<From | undefined>}
	| {readonly kind: 'typed'; readonly field: Field<string>; readonly first: string | undefined}
	| {readonly kind: 'file' | 'environment'; readonly field: Field<string>};

/** What the screen needs beside what every question does. */
export interface PassphraseAsking extends Asking {
	/** A passphrase that is chosen is typed twice; a key without encryption needs none. */
	readonly use: PassphraseUse;
}

/** Asks where a passphrase comes from, and for the passphrase itself when it is typed. */
export function passphraseScreen(ask: PassphraseAsking): Screen {
	return new PassphraseScreen(ask);
}

class PassphraseScreen implements Screen {
	readonly #ask: PassphraseAsking;
	readonly #scroll = new Scroll();
	#part: Part;
	#problem: string | undefined;
	#isExplaining = false;

	constructor(ask: PassphraseAsking) {
		this.#ask = ask;
		this.#part = this.#askForSource();
	}

	view() {
		const {session, step} = this.#ask;
		return setupView(session(), 'asking', {
			hints: this.#hints(),
			body: space =>
				drawQuestion(
					{
						question: this.#question(),
						field: this.#part.field,
						note: this.#note(),
						problem: this.#problem ?? session().problem,
						help: this.#isExplaining ? [step.help, asking.onCommandLine(howToAnswer(step))] : [],
					},
					space,
					this.#scroll,
				),
		});
	}

	press(key: Key): void {
		// A passphrase may well begin with a question mark.
		const isHelp = asksForHelp(key, this.#part.field) && !(this.#part.kind === 'typed' && key.name === 'text');
		if (isHelp) {
			this.#isExplaining = !this.#isExplaining;
			return;
		}

		if (key.name === 'enter') {
			this.#submit();
		} else if (!this.#pressField(key) && key.name === 'escape') {
			this.#back();
		}
	}

	#pressField(key: Key): boolean {
		const next = pressPart(this.#part, key);
		if (next) {
			this.#part = next;
			this.#problem = undefined;
		}

		return next !== undefined;
	}

	#back(): void {
		if (this.#isExplaining) {
			this.#isExplaining = false;
		} else if (this.#part.kind === 'source') {
			this.#ask.back();
		} else {
			this.#problem = undefined;
			this.#part = this.#askForSource(this.#part.kind);
		}
	}

	#submit(): void {
		const part = this.#part;
		switch (part.kind) {
			case 'source':
				this.#choose(part.field.value);
				break;
			case 'typed':
				this.#take(part.field.value, part.first);
				break;
			case 'file':
				this.#ask.answer({from: 'file', path: part.field.value.trim()});
				break;
			case 'environment':
				this.#ask.answer({from: 'environment', variable: part.field.value.trim()});
				break;
		}
	}

	#choose(from: From | undefined): void {
		switch (from) {
			case 'typed':
				this.#part = askForPassphrase(undefined);
				break;
			case 'file':
			case 'environment':
				this.#part = {kind: from, field: textField({text: this.#givenName(from)})};
				break;
			case 'nowhere':
				this.#ask.answer({from: 'nowhere'});
				break;
			case undefined:
				break;
		}
	}

	#take(typed: string, first: string | undefined): void {
		const {use, answer} = this.#ask;
		const isNew = use === 'choose';
		if (typed === '') {
			this.#problem = texts.empty;
		} else if (isNew && first === undefined) {
			this.#part = askForPassphrase(typed);
		} else if (isNew && first !== typed) {
			this.#problem = texts.differs;
			this.#part = askForPassphrase(first);
		} else {
			answer({from: 'typed'}, typed);
		}
	}

	#askForSource(chosen?: From): Part {
		const {session, step, use} = this.#ask;
		const suggested = suggestionFor(session(), step)?.value;
		const from = typeof suggested === 'object' && 'from' in suggested ? suggested.from : undefined;
		return {
			kind: 'source',
			field: choiceField({
				options: SOURCES,
				chosen: chosen ?? (use === 'none' ? 'nowhere' : from),
				nothing: asking.nothingMatches,
				move: keys.choose,
			}),
		};
	}

	#givenName(from: 'file' | 'environment'): string {
		const {session, step} = this.#ask;
		const given = session().given[step.key];
		if (typeof given !== 'object' || !('from' in given) || given.from !== from) {
			return '';
		}

		return given.from === 'file' ? given.path : given.from === 'environment' ? given.variable : '';
	}

	#question(): string {
		switch (this.#part.kind) {
			case 'source':
				return this.#ask.step.question;
			case 'typed':
				return this.#part.first === undefined
					? this.#ask.use === 'choose'
						? texts.typeNew
						: texts.typeExisting
					: texts.again;
			case 'file':
				return texts.whichFile;
			case 'environment':
				return texts.whichVariable;
		}
	}

	#note(): string | undefined {
		const {session, step} = this.#ask;
		if (this.#part.kind !== 'source') {
			return this.#part.kind === 'typed' ? texts.typedNote : undefined;
		}

		const suggestion = suggestionFor(session(), step);
		return suggestion && asking.origin(suggestion.origin);
	}

	#hints(): readonly Hint[] {
		const {field} = this.#part;
		return [
			{key: 'Enter', does: keys.next},
			...field.hints,
			{key: 'Esc', does: this.#isExplaining ? keys.closeHelp : keys.back},
			{key: this.#part.kind === 'typed' ? 'Ctrl-G' : helpKey(field), does: keys.explain},
			{key: 'Ctrl-C', does: keys.quit},
		];
	}
}

const SOURCES: readonly Option<From>[] = [
	{value: 'typed', label: texts.typed, note: texts.typedNote},
	{value: 'file', label: texts.file, note: texts.fileNote},
	{value: 'environment', label: texts.environment, note: texts.environmentNote},
	{value: 'nowhere', label: texts.nowhere, note: texts.nowhereNote},
];

function askForPassphrase(first: string | undefined): Part {
	return {kind: 'typed', field: secretField({reveal: keys.reveal, hide: keys.hide}), first};
}

function pressPart(part: Part, key: Key): Part | undefined {
	if (part.kind === 'source') {
		const field = part.field.press(key);
		return field && {kind: 'source', field};
	}

	const field = part.field.press(key);
	return field && {...part, field};
}
