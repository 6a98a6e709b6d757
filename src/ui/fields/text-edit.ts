import type {Key} from '../keys.ts';
import {characters, takeEnd, takeStart, widthOf} from '../line.ts';

/** A text and a cursor in it: before and after. */
export interface TextEdit {
	readonly before: string;
	readonly after: string;
}

/** A text with the cursor at its end. */
export function editOf(text: string): TextEdit {
	return {before: text, after: ''};
}

/** The whole text. */
export function textOf({before, after}: TextEdit): string {
	return before + after;
}

/** The text after a key, as line editors have it (readline, Emacs keys); undefined when it means nothing to a text. */
export function pressText(edit: TextEdit, key: Key): TextEdit | undefined {
	const {before, after} = edit;
	switch (key.name) {
		case 'text':
			return {before: before + key.text, after};
		case 'paste':
			return {before: before + oneLine(key.text), after};
		case 'left':
			return {before: withoutLast(before), after: last(before) + after};
		case 'right':
			return {before: before + first(after), after: after.slice(first(after).length)};
		case 'word-left':
			return toWordLeft(edit);
		case 'word-right':
			return toWordRight(edit);
		case 'home':
			return {before: '', after: before + after};
		case 'end':
			return editOf(before + after);
		case 'backspace':
			return {before: withoutLast(before), after};
		case 'delete':
			return {before, after: after.slice(first(after).length)};
		case 'word-backspace':
			return {before: toWordLeft(edit).before, after};
		case 'ctrl':
			return pressCtrl(edit, key.letter);
		case 'alt':
			return pressAlt(edit, key.letter);
		default:
			return undefined;
	}
}

function pressCtrl(edit: TextEdit, letter: string): TextEdit | undefined {
	const {before, after} = edit;
	switch (letter) {
		case 'a':
			return pressText(edit, {name: 'home'});
		case 'e':
			return pressText(edit, {name: 'end'});
		case 'b':
			return pressText(edit, {name: 'left'});
		case 'f':
			return pressText(edit, {name: 'right'});
		case 'd':
			return pressText(edit, {name: 'delete'});
		case 'u':
			return {before: '', after};
		case 'k':
			return {before, after: ''};
		case 'w':
			return {before: before.replace(/\S*\s*$/, ''), after};
		default:
			return undefined;
	}
}

function pressAlt(edit: TextEdit, letter: string): TextEdit | undefined {
	switch (letter) {
		case 'b':
			return toWordLeft(edit);
		case 'f':
			return toWordRight(edit);
		case 'd':
			return {before: edit.before, after: toWordRight(edit).after};
		default:
			return undefined;
	}
}

function toWordLeft({before, after}: TextEdit): TextEdit {
	const kept = before.replace(/[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u, '');
	return {before: kept, after: before.slice(kept.length) + after};
}

function toWordRight({before, after}: TextEdit): TextEdit {
	const [word = ''] = /^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(after) ?? [];
	return {before: before + word, after: after.slice(word.length)};
}

/** A paste into one line: line ends at its edges are dropped, others are spaces. */
function oneLine(text: string): string {
	return text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
}

function first(text: string): string {
	return characters(text)[0] ?? '';
}

function last(text: string): string {
	return characters(text).at(-1) ?? '';
}

function withoutLast(text: string): string {
	return text.slice(0, text.length - last(text).length);
}

/** The part of a text that is shown in one row, so that the cursor is in it. */
export function windowOf({before, after}: TextEdit, width: number): {readonly text: string; readonly column: number} {
	const room = Math.max(2, width) - 1;
	if (widthOf(before) + widthOf(after) <= room) {
		return {text: before + after, column: widthOf(before)};
	}

	if (widthOf(before) < room) {
		return {text: `${takeStart(before + after, room)}…`, column: widthOf(before)};
	}

	const shown = takeEnd(before, room - 2);
	const rest = takeStart(after, 1);
	return {text: `…${shown}${rest}${widthOf(after) > widthOf(rest) ? '…' : ''}`, column: 1 + widthOf(shown)};
}
