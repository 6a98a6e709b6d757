import {describe, expect, test} from 'vitest';
import {lineWidth, plainText} from '../../src/ui/line.ts';
import {type Work, workRow} from '../../src/ui/progress.ts';
import {theme} from '../support/keys.ts';

const words = {pending: 'waiting', running: 'at work', done: 'done', failed: 'failed'};
const row = (work: Work, columns = 60) => plainText(workRow(work, words, {columns, theme})).replace(/ {2,}/g, '  ');

describe('a row of work', () => {
	test('says in a mark and in words how far it is', () => {
		expect(row({label: '+ role build-hosts', state: 'pending'})).toBe('○ + role build-hosts  waiting');
		expect(row({label: '+ issuer', state: 'running', note: 'making a key', spent: 3200})).toBe(
			'⠦ + issuer  making a key  at work 3.2 s',
		);
		expect(row({label: '+ issuer', state: 'done', spent: 12_000})).toBe('✓ + issuer  done 12 s');
		expect(row({label: '+ issuer', state: 'done', spent: 20})).toBe('✓ + issuer  done');
		expect(row({label: '+ issuer', state: 'failed', spent: 200})).toBe('✗ + issuer  failed 0.2 s');
	});

	test('is never wider than its room', () => {
		for (let columns = 24; columns < 120; columns++) {
			const work = {
				label: '+ Roles Anywhere profile 証明書の名前',
				state: 'running',
				note: 'a long note',
				spent: 65_000,
			} as const;
			expect(lineWidth(workRow(work, words, {columns, theme}))).toBeLessThanOrEqual(columns);
		}
	});
});
