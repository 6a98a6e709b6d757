import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {findProgress, forgetProgress, saveProgress} from '../../src/wizard/saved-progress.ts';
import {answerStep, beginSession, progressOf} from '../../src/wizard/session.ts';
import {pickAnswer, picks} from '../support/random-answers.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const NOW = new Date('2026-11-22T06:30:00.000Z');

function place(now = NOW) {
	return {home: path.join(temporaryFolder(), 'state'), now: () => now};
}

describe('progress', () => {
	test('comes back as it was, whatever was answered', async () => {
		await fc.assert(
			fc.asyncProperty(picks, fc.nat({max: 20}), async (person, presses) => {
				const at = place();
				let session = beginSession({}, {});
				for (let press = 0; press < presses && session.at.kind === 'question'; press++) {
					session = answerStep(session, pickAnswer(session, session.at.step, person));
				}

				await saveProgress(at, session);
				const found = await findProgress(at);
				expect(found).toEqual({state: 'found', progress: progressOf(session), savedAt: NOW});
			}),
			{numRuns: 20},
		);
	});

	test('can be read by its user only', async () => {
		const at = place();
		await saveProgress(at, beginSession({name: 'a'}, {}));

		expect(statSync(path.join(at.home, 'setup-progress.json')).mode & 0o777).toBe(0o600);
		expect(statSync(at.home).mode & 0o777).toBe(0o700);
	});

	test('of a rehearsal lies in its folder alone, and moves when the answer changes', async () => {
		const at = place();
		await saveProgress(at, beginSession({rehearse: true}, {}));
		expect(readdirSync(at.home)).toEqual(['rehearsal']);
		await saveProgress(at, beginSession({rehearse: false}, {}));

		expect(readdirSync(path.join(at.home, 'rehearsal'))).toEqual([]);
		expect(await findProgress(at)).toMatchObject({progress: {answers: {rehearse: false}}});
	});

	test('is found where it is newest, and forgotten everywhere', async () => {
		const at = place();
		await saveProgress(at, beginSession({rehearse: true}, {}));
		const file = path.join(at.home, 'rehearsal/setup-progress.json');
		writeFileSync(path.join(at.home, 'setup-progress.json'), readFileSync(file, 'utf8').replace('06:30', '05:30'));

		expect(await findProgress(at)).toMatchObject({savedAt: NOW});
		await forgetProgress(at);
		expect(await findProgress(at)).toEqual({state: 'none'});
	});

	test('never holds a passphrase that was typed', async () => {
		const at = place();
		await saveProgress(at, beginSession({passphrase: {from: 'typed'}, name: 'a'}, {}));

		expect(await findProgress(at)).toMatchObject({progress: {answers: {name: 'a'}}});
		expect(readFileSync(path.join(at.home, 'setup-progress.json'), 'utf8')).not.toContain('typed');
	});

	test.each([
		['empty', ''],
		['cut short', '{"schema": "anchorsmith/setup-progress/1", "answers": {'],
		['of a later version', '{"schema": "anchorsmith/setup-progress/9", "savedAt": "2026-11-22", "answers": {}}'],
		['no object', '[1]'],
		['without answers', '{"schema": "anchorsmith/setup-progress/1", "savedAt": "2026-11-22"}'],
		['of no time', '{"schema": "anchorsmith/setup-progress/1", "savedAt": "soon", "answers": {}}'],
		['no text at all', Buffer.from([0xff, 0x00, 0xfe])],
	])('that is %s is set aside, once', async (_case, text) => {
		const at = place();
		mkdirSync(at.home);
		const file = path.join(at.home, 'setup-progress.json');
		writeFileSync(file, text);

		expect(await findProgress(at)).toEqual({state: 'damaged', file: `${file}.damaged`});
		expect(readFileSync(`${file}.damaged`)).toEqual(Buffer.from(text));
		expect(await findProgress(at)).toEqual({state: 'none'});
	});

	test('keeps what it understands of answers that somebody edited', async () => {
		const at = place();
		mkdirSync(at.home);
		const answers = {name: 'a', days: 'many', subject: 7, sessionDuration: 1, nonsense: true, dns: ['a.example.com']};
		const kept = {schema: 'anchorsmith/setup-progress/1', savedAt: '2026-11-22', answers, passed: ['where', 'x', 3]};
		writeFileSync(path.join(at.home, 'setup-progress.json'), JSON.stringify(kept));

		expect(await findProgress(at)).toMatchObject({
			progress: {answers: {name: 'a', dns: ['a.example.com']}, passed: new Set(['where']), at: undefined},
		});
	});

	test('is refused in a home that does not exist', async () => {
		const within = path.join(temporaryFolder(), 'nobody');
		const at = {home: path.join(within, '.anchorsmith'), within, now: () => NOW};

		await expect(saveProgress(at, beginSession({}, {}))).rejects.toMatchObject({code: 'HOME_MISSING'});
		expect(existsSync(within)).toBe(false);
	});
});
