import {describe, expect, test} from 'vitest';
import {type Line, line, plainText} from '../../src/ui/line.ts';
import {blocks, marked, reportRows, table, titled} from '../../src/ui/rows.ts';

const texts = (rows: readonly Line[]) => rows.map(plainText);

describe('rows of a page', () => {
	test('stand in blocks with an empty row between, those without rows left out', () => {
		expect(texts(blocks([line('a'), line('b')], [], [line('c')]))).toEqual(['a', 'b', '', 'c']);
	});

	test('hang under their mark and under their title', () => {
		expect(texts(marked('!', 'one two three', {width: 9, tone: 'bad'}))).toEqual(['! one two', '  three']);
		expect(texts(titled('A title', [line('row')], 5))).toEqual(['A', 'title', '  row']);
	});

	test('keep the margin of what a report lists', () => {
		expect(texts(reportRows('+ one two three\n', 10))).toEqual(['+ one two', '  three']);
	});

	test('put names beside their values, or above them where that is too narrow', () => {
		const rows = [['Name', 'value']] as const;
		expect(texts(table(rows, 60))).toEqual([`${'Name'.padEnd(24)}value`]);
		expect(texts(table(rows, 40))).toEqual(['Name', '  value']);
	});
});
