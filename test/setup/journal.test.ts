import {appendFileSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {Journal} from '../../src/setup/journal.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const now = () => NOW;
const ROLE = {kind: 'role', name: 'build'} as const;

const journalFile = () => path.join(temporaryFolder(), 'setups', 'build', 'journal.jsonl');
const open = (file: string) => Journal.read(file, now);

describe('Journal', () => {
	test('is empty without a file, and then says nothing stands', async () => {
		const journal = await open(journalFile());

		expect({beginning: journal.beginning, standing: journal.standing, pending: journal.pending}).toEqual({
			beginning: undefined,
			standing: [],
			pending: [],
		});
	});

	test('remembers where it began, in a file that only its owner reads', async () => {
		const file = journalFile();
		const beginning = {id: 'abc', accountId: '111122223333', region: 'eu-central-1'};
		await (await open(file)).begin(beginning);

		expect((await open(file)).beginning).toMatchObject(beginning);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
	});

	test('a change is pending until it is settled, and then stands', async () => {
		const file = journalFile();
		const journal = await open(file);
		const intent = await journal.intend({...ROLE, action: 'create', goal: {arn: '?'}});

		expect((await open(file)).pending).toMatchObject([{...ROLE, action: 'create', goal: {arn: '?'}}]);
		expect((await open(file)).standing).toEqual([]);

		await journal.settle(intent, {arn: 'A'});

		expect((await open(file)).pending).toEqual([]);
		expect((await open(file)).standing).toEqual([{...ROLE, isMade: true, after: {arn: 'A'}, changedAt: NOW}]);
	});

	test('a change that did not happen is dropped', async () => {
		const journal = await open(journalFile());
		await journal.drop(await journal.intend({...ROLE, action: 'create', goal: {}}));

		expect({pending: journal.pending, standing: journal.standing}).toEqual({pending: [], standing: []});
	});

	test('what was made stays made when it is updated', async () => {
		const journal = await open(journalFile());
		await journal.settle(await journal.intend({...ROLE, action: 'create', goal: {}}), {policy: '1'});
		await journal.settle(await journal.intend({...ROLE, action: 'update', before: {policy: '1'}, goal: {}}), {
			policy: '2',
		});

		expect(journal.find('role', 'build')).toEqual({...ROLE, isMade: true, after: {policy: '2'}, changedAt: NOW});
	});

	test('of what was there before it remembers how it was first', async () => {
		const journal = await open(journalFile());
		for (const [before, after] of [
			['1', '2'],
			['2', '3'],
		] as const) {
			const intent = await journal.intend({...ROLE, action: 'update', before: {policy: before}, goal: {}});
			await journal.settle(intent, {policy: after});
		}

		expect(journal.find('role', 'build')).toMatchObject({isMade: false, before: {policy: '1'}, after: {policy: '3'}});
	});

	test('what is undone stands no more, and may be made again', async () => {
		const journal = await open(journalFile());
		await journal.settle(await journal.intend({...ROLE, action: 'create', goal: {}}), {arn: 'A'});
		await journal.settle(await journal.intend({...ROLE, action: 'delete', goal: {}}), {});

		expect(journal.standing).toEqual([]);

		await journal.settle(await journal.intend({...ROLE, action: 'create', goal: {}}), {arn: 'B'});

		expect(journal.find('role', 'build')).toMatchObject({after: {arn: 'B'}});
	});

	test('a later change to the same resource takes the place of one whose end is unknown', async () => {
		const journal = await open(journalFile());
		await journal.intend({...ROLE, action: 'create', goal: {try: '1'}});
		await journal.intend({...ROLE, action: 'create', goal: {try: '2'}});

		expect(journal.pending).toMatchObject([{goal: {try: '2'}}]);
	});

	test('every beginning of the file, cut at any byte, reads as what was certain by then', async () => {
		const file = journalFile();
		const journal = await open(file);
		await journal.begin({id: 'abc', accountId: '111122223333', region: 'eu-central-1'});
		await journal.settle(await journal.intend({...ROLE, action: 'create', goal: {}}), {arn: 'Ä'});
		const whole = readFileSync(file);

		for (let length = 0; length <= whole.length; length++) {
			writeFileSync(file, whole.subarray(0, length));
			const cut = await open(file);
			// A line counts once its JSON is whole; its line end may be missing.
			const lines =
				whole
					.subarray(0, length + 1)
					.toString('latin1')
					.split('\n').length - 1;

			expect({pending: cut.pending.length, standing: cut.standing.length}).toEqual({
				pending: lines === 2 ? 1 : 0,
				standing: lines === 3 ? 1 : 0,
			});
		}
	});

	test('after an unfinished line it goes on in a new one', async () => {
		const file = journalFile();
		const journal = await open(file);
		const intent = await journal.intend({...ROLE, action: 'create', goal: {}});
		appendFileSync(file, '{"event":"done","at":"2026-06-01T00:00:00.000Z","id":1,"fac');
		await (await open(file)).settle(intent, {arn: 'A'});

		expect((await open(file)).standing).toMatchObject([{after: {arn: 'A'}}]);
	});

	test('lines of another making are passed over', async () => {
		const file = journalFile();
		await (await open(file)).begin({id: 'abc', accountId: '111122223333', region: 'eu-central-1'});
		appendFileSync(file, 'hello\n[]\nnull\n{"event":"intent","at":"2026-06-01","id":9,"kind":"moon"}\n\n');

		expect((await open(file)).pending).toEqual([]);
	});

	test('what might have happened counts, in memory alone', async () => {
		const file = journalFile();
		const journal = await open(file);
		const intent = await journal.intend({...ROLE, action: 'create', goal: {}});
		const told = journal.withRecovered([{intent, facts: {arn: 'A'}}]);

		expect(told.find('role', 'build')).toMatchObject({isMade: true, after: {arn: 'A'}});
		expect(journal.find('role', 'build')).toBeUndefined();
		expect((await open(file)).pending).toHaveLength(1);
	});
});
