// Promise: without colours, without Unicode, with wide characters and on odd terminals the wizard says the same.
import {describe, expect, test} from 'vitest';
import {chooseRehearsal, openWizard, takeSuggestions} from '../support/wizard.ts';

/** Select Graphic Rendition with a colour: 30 to 49, 90 to 107. */
const COLOUR = /\u001B\[(?:\d+;)*(?:3\d|4\d|9\d|10[0-7])(?:;\d+)*m/;

describe('the wizard', () => {
	test('uses no colour under NO_COLOR, and colour otherwise', async () => {
		const [plain, colourful] = await Promise.all([openWizard([], {env: {NO_COLOR: '1'}}), openWizard()]);
		for (const wizard of [plain, colourful]) {
			await chooseRehearsal(wizard);
			await takeSuggestions(wizard, 'issuer-algorithm');
			wizard.press('ctrl-c');
			await wizard.exit;
		}

		expect(plain.bytes().toString()).not.toMatch(COLOUR);
		expect(colourful.bytes().toString()).toMatch(COLOUR);
	});

	test('uses nothing but ASCII where the locale has nothing else', async () => {
		const wizard = await openWizard([], {env: {LANG: 'C', LC_ALL: 'C'}});
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard);

		expect([...wizard.bytes()].filter(byte => byte > 0x7f)).toEqual([]);
	});

	test('keeps its columns with wide characters', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'subject');
		wizard.type('CN=構築サーバー17,O=例');
		const screen = await wizard.waitFor('CN=構築サーバー17,O=例');
		expect(screen.split('\n').filter(line => line.length > 80)).toEqual([]);
		wizard.press('enter');
		await wizard.asksAfter('subject');
		await takeSuggestions(wizard, 'trust-scope');
		expect(wizard.screen()).toContain('CN=構築サーバー17');
	});

	test.each([
		['a window of 39 columns', {columns: 39, rows: 24}],
		['a window of 11 rows', {columns: 80, rows: 11}],
		['a dumb terminal', {env: {TERM: 'dumb'}}],
		['a screen reader', {env: {INK_SCREEN_READER: 'true'}}],
	] as const)('asks line by line on %s', async (_what, options) => {
		const wizard = await openWizard([], options);
		await wizard.waitFor(/What would you like|\[1\]/);
		expect(wizard.bytes().toString()).not.toContain('\u001B[?1049h');
		wizard.press('ctrl-c');
		expect((await wizard.exit).code).toBe(130);
	});

	test('writes no escape sequence at all on a dumb terminal', async () => {
		const wizard = await openWizard(['setup', '--rehearse'], {env: {TERM: 'dumb'}, rows: 60});
		await wizard.waitFor(':');
		wizard.press('enter');
		await wizard.waitFor('Authority (2 of');
		wizard.press('ctrl-c');
		await wizard.exit;

		expect(wizard.bytes().toString()).not.toContain('\u001B');
	});
});
