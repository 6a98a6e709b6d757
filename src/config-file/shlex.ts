import {ok, problem, type Result} from '../result.ts';

type State = 'between' | 'word' | '"' | "'" | 'escape';

/** Splits as Python's `shlex.split` does, which botocore uses wherever it does not run on Windows. */
export function splitAsShlex(text: string): Result<readonly string[], string> {
	const words: string[] = [];
	let word = '';
	let state: State = 'between';
	let escapedIn: 'word' | '"' = 'word';
	const enter = (character: string): void => {
		if (character === '\\') {
			escapedIn = 'word';
			state = 'escape';
		} else if (character === '"' || character === "'") {
			state = character;
		} else {
			word += character;
			state = 'word';
		}
	};

	for (const character of text) {
		switch (state) {
			case 'between':
				if (!/[ \t\r\n]/.test(character)) {
					enter(character);
				}

				break;
			case 'word':
				if (/[ \t\r\n]/.test(character)) {
					words.push(word);
					word = '';
					state = 'between';
				} else {
					enter(character);
				}

				break;
			case 'escape':
				word += escapedIn === '"' && character !== '"' && character !== '\\' ? `\\${character}` : character;
				state = escapedIn;
				break;
			default:
				if (character === state) {
					state = 'word';
				} else if (character === '\\' && state === '"') {
					escapedIn = '"';
					state = 'escape';
				} else {
					word += character;
				}
		}
	}

	if (state === 'between' || state === 'word') {
		return ok(state === 'word' ? [...words, word] : words);
	}

	return problem(state === 'escape' ? 'a backslash at the end escapes nothing' : 'a quotation mark is never closed');
}
