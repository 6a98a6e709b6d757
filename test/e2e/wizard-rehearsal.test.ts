// Promise: keys alone lead from the start screen to a proven rehearsal, in under 25 presses, and no secret leaves memory.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {
	applyAndProve,
	chooseRehearsal,
	filesHolding,
	openWizard,
	takeSuggestions,
	type Wizard,
} from '../support/wizard.ts';

const SECRET = 'correct horse battery';

/** Waits for one more line that ends with a colon and the cursor behind it; gives how many lines there are by then. */
async function untilPrompt(wizard: Wizard, lines: number): Promise<number> {
	const screen = await wizard.waitFor(now => now.endsWith(':') && now.split('\n').length > lines);
	return screen.split('\n').length;
}

describe('the wizard', () => {
	test('leads from the start screen to a proof by keys alone, in under 25 presses', async () => {
		const wizard = await openWizard([], {columns: 160});
		await chooseRehearsal(wizard);
		expect(wizard.isAlternate()).toBe(true);
		await takeSuggestions(wizard);
		await applyAndProve(wizard);
		wizard.press('enter');

		expect(await wizard.exit).toEqual({code: 0, signal: 0});
		expect(wizard.presses()).toBeLessThan(25);
		expect([wizard.isAlternate(), wizard.isCursorShown()]).toEqual([false, true]);
		expect(wizard.screen()).toContain('assumed-role/anchorsmith/');
		expect(wizard.screen()).toContain(' destroy --name anchorsmith --rehearse');
	});

	test('leads there line by line too, in under 25 presses', async () => {
		const wizard = await openWizard(['setup', '--rehearse', '--plain'], {columns: 160, rows: 250});
		let read = await untilPrompt(wizard, 0);
		while (!wizard.screen().includes('Make these changes?')) {
			wizard.press('enter');
			read = await untilPrompt(wizard, read);
		}

		wizard.type('y');
		wizard.press('enter');

		expect(await wizard.exit).toEqual({code: 0, signal: 0});
		expect(wizard.presses()).toBeLessThan(25);
		expect(wizard.bytes().toString()).not.toContain('\u001B[?1049h');
		expect(wizard.screen()).toContain('assumed-role/anchorsmith/');
	});

	test('keeps a typed passphrase out of everything that it writes, and encrypts the key with it', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'passphrase');
		wizard.press('up', 'up', 'up', 'enter');
		await wizard.waitFor(/passphrase for the new key/i);
		wizard.type(SECRET);
		wizard.press('enter');
		await wizard.waitFor(/once more/i);
		wizard.type(SECRET);
		wizard.press('enter');
		await wizard.asksAfter('passphrase');
		await takeSuggestions(wizard);
		await applyAndProve(wizard);
		wizard.press('enter');
		expect((await wizard.exit).code).toBe(0);

		const said = wizard.bytes().toString('utf8');
		expect(said).not.toContain(SECRET);
		expect(filesHolding(wizard.home, SECRET)).toEqual([]);
		expect(said).not.toContain('PRIVATE KEY-----');
		const keys = filesHolding(wizard.home, 'PRIVATE KEY-----').map(file => path.basename(file));
		expect(keys.toSorted()).toEqual(['issuer-key.pem', 'private-key.pem']);
		const issuerKey = path.join(wizard.home, '.anchorsmith/rehearsal/issuers/anchorsmith/issuer-key.pem');
		expect(readFileSync(issuerKey, 'utf8')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
	});
});
