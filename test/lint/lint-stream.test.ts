import {expect, test} from 'vitest';
import {LISTED, lintStream} from '../../src/lint/lint-stream.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';

test('a stream lists what has findings, and counts everything', async () => {
	const {endEntity} = await pki();
	const bad = await issueForTest({keyUsage: ['keyEncipherment'], notAfter: new Date('2029-05-01T00:00:00Z')});
	const piece = Buffer.from(endEntity.pem.repeat(2) + bad.pem);
	const told: number[] = [];
	const {items, findings, listing} = await lintStream(
		'-',
		Array.from({length: 5}, () => piece),
		{at: testTime},
		things => {
			told.push(things);
		},
	);
	expect(findings).toEqual([]);
	expect(items.map(({index}) => index)).toEqual([2, 5, 8, 11, 14]);
	expect(listing).toMatchObject({things: 15, omitted: 0});
	expect(listing?.byRule['ee-digital-signature']).toBe(5);
	expect(told.at(-1)).toBe(15);
});

test('a stream lists so many and counts the rest', async () => {
	const bad = await issueForTest({keyUsage: ['keyEncipherment']});
	const {items, listing} = await lintStream('-', [Buffer.from(bad.pem.repeat(LISTED + 7))], {
		at: testTime,
		rules: ['ee-digital-signature'],
	});
	expect(items).toHaveLength(LISTED);
	expect(listing).toEqual({
		things: LISTED + 7,
		omitted: 7,
		unlisted: {error: 7, warning: 0, notice: 0},
		byRule: {'ee-digital-signature': LISTED + 7},
	});
});

test('a stream without PEM is not recognised', async () => {
	const {findings, items} = await lintStream('-', [Buffer.alloc(100_000)], {at: testTime});
	expect(items).toEqual([]);
	expect(findings.map(({rule}) => rule)).toEqual(['file-recognised']);
});

test('a stream ends when its listener says so', async () => {
	const stop = () => {
		throw new Error('enough');
	};
	await expect(lintStream('-', [Buffer.from('x')], {at: testTime}, stop)).rejects.toThrow('enough');
});
