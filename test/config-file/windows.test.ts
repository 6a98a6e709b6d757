import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {splitAsWindows} from '../../src/config-file/windows.ts';
import {isPresent} from '../support/judges.ts';
import {askPython} from '../support/python.ts';

const WINDOWS = `
from botocore.compat import compat_shell_split
def split(text):
    try:
        return compat_shell_split(text, 'win32')
    except ValueError:
        return None
print(json.dumps([split(text) for text in input]))
`;

const tricky = fc.string({unit: fc.constantFrom('a', ' ', '\t', '\n', '"', "'", '\\', '\\')});

describe('splitAsWindows', () => {
	test.runIf(isPresent('python3'))('agrees with botocore on thousands of random lines', () => {
		const texts = fc.sample(tricky, 5000);
		const ours = texts.map(text => {
			const words = splitAsWindows(text);
			return {text, words: words.ok ? words.value : null};
		});
		const judged = askPython(WINDOWS, texts);

		expect(ours).toEqual(Array.isArray(judged) ? texts.map((text, index) => ({text, words: judged[index]})) : []);
	});

	test.each([
		[
			'"C:\\Program Files\\x\\aws_signing_helper.exe" credential-process',
			['C:\\Program Files\\x\\aws_signing_helper.exe', 'credential-process'],
		],
		['a\\\\"b c" \'d e\'', ['a\\b c', "'d", "e'"]],
		['a\\"b ""', ['a"b', '']],
	])('splits %j', (text, words) => {
		expect(splitAsWindows(text)).toEqual({ok: true, value: words});
	});

	test('takes time in proportion to the length', () => {
		expect(splitAsWindows('\\'.repeat(1_000_000))).toMatchObject({ok: true});
	});
});
