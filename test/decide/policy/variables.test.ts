import {describe, expect, test} from 'vitest';
import {ContextKeys} from '../../../src/decide/policy/context-keys.ts';
import {fillVariables} from '../../../src/decide/policy/variables.ts';

const keys = new ContextKeys({
	'aws:SourceAccount': '111122223333',
	'aws:TagKeys': ['a', 'b'],
	'aws:PrincipalTag/x': '*',
});
/** Angle brackets stand for a dollar sign and braces. */
const asWritten = (text: string) => text.replaceAll('<', '$'.concat('{')).replaceAll('>', '}');
const fill = (text: string) =>
	fillVariables(text, keys)
		?.map(piece => piece.text)
		.join('');

describe('policy variables', () => {
	test.each([
		['no variable', 'no variable'],
		['<aws:SourceAccount>', '111122223333'],
		['<AWS:sourceaccount>/x', '111122223333/x'],
		['a<aws:SourceAccount>b<aws:SourceAccount>c', 'a111122223333b111122223333c'],
		['<*><?><$>', '*?$'],
		["<aws:username, 'nobody'>", 'nobody'],
		["<aws:SourceAccount, 'nobody'>", '111122223333'],
		['$', '$'],
		['${', '${'],
	])('%j becomes %j', (text, filled) => {
		expect(fill(asWritten(text))).toBe(filled);
	});

	test.each(['<aws:username>', '<aws:TagKeys>', '<>', 'x<nothing here>'])('%j cannot be filled in', text => {
		expect(fill(asWritten(text))).toBeUndefined();
	});

	test('put in values that are no wildcards', () => {
		expect(fillVariables(asWritten('<aws:PrincipalTag/x>*'), keys)).toEqual([
			{text: '', isLiteral: false},
			{text: '*', isLiteral: true},
			{text: '*', isLiteral: false},
		]);
	});
});
