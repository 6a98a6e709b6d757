import {describe, expect, test} from 'vitest';
import {ExpectedError} from '../../src/errors.ts';
import {readAnswersFile} from '../../src/wizard/answers-file.ts';

function refusal(text: string): string {
	try {
		readAnswersFile(text, 'answers.json');
	} catch (error) {
		if (error instanceof ExpectedError && error.code === 'ANSWERS_INVALID') {
			return error.message;
		}

		throw error;
	}

	throw new Error('it was accepted');
}

describe('readAnswersFile', () => {
	test('reads every kind of answer', () => {
		const text = JSON.stringify({
			rehearse: true,
			subject: 'CN=build-17',
			dns: ['build-17.example.com'],
			sessionDuration: 900,
			helper: 'own',
			passphraseFile: 'secret.txt',
		});

		expect(readAnswersFile(text, 'answers.json')).toEqual({
			rehearse: true,
			subject: 'CN=build-17',
			dns: ['build-17.example.com'],
			sessionDuration: 900,
			helper: 'own',
			passphrase: {from: 'file', path: 'secret.txt'},
		});
	});

	test('a byte order mark and CRLF do no harm', () => {
		expect(readAnswersFile('\uFEFF{\r\n"name": "a"\r\n}\r\n', 'answers.json')).toEqual({name: 'a'});
	});

	test('lists all that is wrong, each with its place', () => {
		const message = refusal('{\n\t"subjet": "CN=x",\n\t"days": "10",\n\t"dns": [1], "rehearse": "yes"\n}\n');

		expect(message.split('\n')).toEqual([
			'The answers in answers.json cannot be used: ',
			'  line 2, column 2: "subjet" is no answer that setup asks for',
			'  line 3, column 2: days should be a whole number of days from 1 to 36500',
			'  line 4, column 2: dns should be a list of texts',
			'  line 4, column 14: rehearse should be true or false',
		]);
	});

	test.each([
		['{"name": "a",}', 'line 1, column 14: this is no JSON'],
		['{\n"name" "a"}', 'line 2, column 8: this is no JSON'],
		['{"name": "a"', 'line 1, column 13: this is no JSON'],
		['', 'line 1, column 1: this is no JSON'],
		['[]', 'it should hold one JSON object'],
		['null', 'it should hold one JSON object'],
		['"x"', 'it should hold one JSON object'],
	])('invalid JSON: %j', (text, message) => {
		expect(refusal(text)).toContain(message);
	});

	test('a key that stands there twice is refused, wherever nested ones stand', () => {
		expect(refusal('{"name": "a",\n "name": "b"}')).toContain('line 2, column 2: name stands there twice');
		expect(refusal('{"odd": {"name": "a"}, "name": "b"}')).not.toContain('twice');
	});

	test('names the key that was meant', () => {
		expect(refusal('{"session-duration": 900}')).toContain('; sessionDuration is');
		expect(refusal('{"trust_anchor_name": "x"}')).toContain('; trustAnchorName is');
	});

	test('a passphrase itself is refused without being repeated', () => {
		const message = refusal('{"passphrase": "hunter2"}');

		expect(message).toContain('passphraseFile or passphraseEnv');
		expect(message).not.toContain('hunter2');
	});

	test('two sources for one passphrase are refused', () => {
		expect(refusal('{"passphraseFile": "a", "noPassphrase": true}')).toContain('answer the same question');
		expect(refusal('{"noPassphrase": false}')).toContain('noPassphrase should be true, or be left out');
	});

	test('text from the file can move no cursor', () => {
		expect(refusal('{"\\u001b[2J": 1}')).toContain('\\u{1b}[2J');
		expect(refusal('{"__proto__": 1}')).toContain('"__proto__" is no answer');
	});
});
