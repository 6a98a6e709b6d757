import {ok, problem, type Result} from '../result.ts';

/**
 * Splits as the Microsoft C runtime does, and botocore on Windows: blank and tab separate, double quotes
 * quote, a backslash is itself unless it stands in a row that leads up to a double quote.
 */
export function splitAsWindows(text: string): Result<readonly string[], string> {
	const words: string[] = [];
	let word: string | undefined;
	let isQuoted = false;
	for (const [piece, backslashes] of text.matchAll(/(\\*)"|\\+|[^\\"]/g)) {
		if (backslashes !== undefined) {
			word = (word ?? '') + '\\'.repeat(Math.floor(backslashes.length / 2));
			if (backslashes.length % 2 === 1) {
				word += '"';
			} else {
				isQuoted = !isQuoted;
			}
		} else if (isQuoted || (piece !== ' ' && piece !== '\t')) {
			word = (word ?? '') + piece;
		} else if (word !== undefined) {
			words.push(word);
			word = undefined;
		}
	}

	if (isQuoted) {
		return problem('a quotation mark is never closed');
	}

	return ok(word === undefined ? words : [...words, word]);
}
