import {type FlatText, flatten} from './flatten.ts';

/** Letters that may stand in place of a `…`, at most. */
const GAP = 400;

/** Where a phrase stands in a flat text: numbers of letters, the second not included. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** A phrase in the form in which it is looked for: its parts between the `…`. */
export type Phrase = readonly string[];

/** Makes a phrase ready to be looked for. */
export function readPhrase(text: string): Phrase {
	return text.split('…').map(part => flatten(part, false).letters);
}

/** The last place where a phrase stands in a text, its ends being ends of words; undefined when it does not. */
export function findPhrase(text: FlatText, phrase: Phrase): Span | undefined {
	const [first = '', ...others] = phrase;
	for (let from = text.letters.lastIndexOf(first); from !== -1; from = before(text.letters, first, from)) {
		const to = endOf(text, others, from + first.length, isEnd(text, from + first.length));
		if (to !== undefined && text.starts[from] === 1) {
			return {from, to};
		}
	}

	return undefined;
}

/** Of a phrase that is cut off, so much must be there to know it. */
const HALF = {letters: 14, share: 0.65};

/** Where a text ends within a phrase, or begins within one: what is left of a message that was copied in part. */
export function findHalf(text: FlatText, phrase: Phrase): Span | undefined {
	const [whole = '', ...others] = phrase;
	const {letters} = text;
	const least = Math.max(HALF.letters, Math.ceil(whole.length * HALF.share));
	for (let length = Math.min(whole.length - 1, letters.length); others.length === 0 && length >= least; length--) {
		const from = letters.length - length;
		if (text.starts[from] === 1 && letters.endsWith(whole.slice(0, length))) {
			return {from, to: letters.length};
		}

		if (isEnd(text, length) && letters.startsWith(whole.slice(-length))) {
			return {from: 0, to: length};
		}
	}

	return undefined;
}

/** Where the last of the parts ends that follow each other from a place on. */
function endOf(text: FlatText, parts: readonly string[], from: number, isWhole: boolean): number | undefined {
	const [part, ...others] = parts;
	if (part === undefined) {
		return isWhole ? from : undefined;
	}

	const window = text.letters.slice(from, from + GAP + part.length);
	for (let at = window.indexOf(part); at !== -1; at = window.indexOf(part, at + 1)) {
		const start = from + at;
		const end = start + part.length;
		if (text.starts[start] === 1 && (others.length > 0 || isEnd(text, end))) {
			return endOf(text, others, end, true);
		}
	}

	return undefined;
}

/** True when no word goes on at a letter. */
function isEnd({letters, starts}: FlatText, at: number): boolean {
	return at >= letters.length || starts[at] === 1;
}

function before(letters: string, part: string, from: number): number {
	return from === 0 ? -1 : letters.lastIndexOf(part, from - 1);
}
