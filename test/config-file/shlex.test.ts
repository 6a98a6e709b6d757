import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {splitAsShlex} from '../../src/config-file/shlex.ts';
import {isPresent} from '../support/judges.ts';
import {askPython} from '../support/python.ts';

const SHLEX = `
import shlex
def split(text):
    try:
        return shlex.split(text)
    except ValueError:
        return None
print(json.dumps([split(text) for text in input]))
`;

/** Text from the characters that splitters treat in their own ways. */
const tricky = fc.string({
	unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '"', "'", '\\', '#', '$', 'é', '\u00a0', '\r'),
});

describe('splitAsShlex', () => {
	test.runIf(isPresent('python3'))('agrees with Python on thousands of random lines', () => {
		const texts = [...fc.sample(tricky, 5000), ...fc.sample(fc.string(), 1000)];
		const ours = texts.map(text => {
			const words = splitAsShlex(text);
			return {text, words: words.ok ? words.value : null};
		});
		const judged = askPython(SHLEX, texts);

		expect(ours).toEqual(Array.isArray(judged) ? texts.map((text, index) => ({text, words: judged[index]})) : []);
	});

	test.each([
		['"a b" c', ['a b', 'c']],
		['\'a\\b\' "c\\\\d\\e"', ['a\\b', 'c\\d\\e']],
		['a"" ""', ['a', '']],
		['x\n--y', ['x', '--y']],
	])('splits %j', (text, words) => {
		expect(splitAsShlex(text)).toEqual({ok: true, value: words});
	});

	test.each([
		['"a', 'a quotation mark is never closed'],
		['a\\', 'a backslash at the end escapes nothing'],
	])('says what is wrong with %j', (text, problem) => {
		expect(splitAsShlex(text)).toEqual({ok: false, problem});
	});
});
