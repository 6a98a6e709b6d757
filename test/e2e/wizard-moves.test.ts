// Promise: one can go back and forth, change the window, paste and filter, and every answer stays.
import {describe, expect, test} from 'vitest';
import {issueForTest} from '../support/certificates.ts';
import {chooseRehearsal, filesHolding, moveTo, openWizard, takeSuggestions} from '../support/wizard.ts';

describe('the wizard', () => {
	test('goes back with answers kept, and forth again', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'issuer-name');
		wizard.type('my-hosts');
		await wizard.waitFor('my-hosts');
		wizard.press('enter');
		await wizard.asks('issuer-algorithm');
		wizard.press('enter');
		await wizard.asks('issuer-days');
		wizard.press('escape');
		await wizard.asks('issuer-algorithm');
		wizard.press('escape');
		await wizard.asks('issuer-name');
		expect(wizard.screen()).toContain('my-hosts');
		wizard.press('escape');
		await wizard.asks('issuer-source');
		wizard.press('enter');
		await wizard.asks('issuer-name');
		expect(wizard.screen()).toContain('my-hosts');
	});

	test('asks before it leaves at the first question', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		const first = wizard.question();
		wizard.press('escape');
		await wizard.waitFor(() => wizard.question() === undefined);
		wizard.press('escape');
		await wizard.waitFor(() => wizard.question() === first);
	});

	test('draws the same at any size, whatever it was before', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'issuer-algorithm');
		const before = wizard.screen();
		wizard.resize(40, 12);
		await wizard.waitFor(screen => /^ 2\/7 Authority/.test(screen) && lastRow(screen) === 12);
		expect(wizard.question()).toBe('issuer-algorithm');
		wizard.resize(200, 60);
		const wide = await wizard.waitFor(screen => widthOf(screen) === 200 && lastRow(screen) === 60);
		expect(wizard.question()).toBe('issuer-algorithm');
		expect(wide).toMatch(/^ {2}\S/);
		wizard.resize(80, 24);
		await wizard.waitFor(screen => screen === before);
	});

	test('waits in a window that has become too small, and still hears Ctrl-C', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		wizard.resize(39, 11);
		await wizard.waitFor(() => wizard.question() === undefined);
		wizard.press('ctrl-c');
		expect((await wizard.exit).code).toBe(130);
	});

	test('explains a question', async () => {
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'role-source');
		wizard.type('?');
		await wizard.waitFor('Of an existing role only the trust policy');
		wizard.press('escape');
		await wizard.waitFor(screen => !screen.includes('Of an existing role'));
		expect(wizard.question()).toBe('role-source');
	});

	test('takes a pasted chain of certificates of 11 KB', async () => {
		const {pem} = await issueForTest({role: 'anchor', subject: 'CN=Pasted CA'});
		const wizard = await openWizard();
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'issuer-source');
		await moveTo(wizard, /[❯>] Use the certificate/);
		wizard.press('enter');
		await wizard.asks('issuer-certificate');
		wizard.paste(`${`# ${'a comment of many letters '.repeat(40)}\n`.repeat(10)}${pem}`);
		await wizard.asksAfter('issuer-certificate');
		expect(filesHolding(wizard.home, pem.split('\n')[3] ?? '')).toHaveLength(1);
	});

	test('refuses a pasted certificate that breaks a rule, with the rule and the fix', async () => {
		const {pem} = await issueForTest({role: 'anchor', subject: 'CN=No CA', basicConstraints: {isCa: false}});
		const wizard = await openWizard([], {rows: 40});
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'issuer-source');
		await moveTo(wizard, /[❯>] Use the certificate/);
		wizard.press('enter');
		await wizard.asks('issuer-certificate');
		wizard.paste(pem);
		await wizard.waitFor('anchor-basic-constraints');
		expect(wizard.question()).toBe('issuer-certificate');
	});
});

/** How wide the rules across the screen are. */
function widthOf(screen: string): number {
	return Math.max(0, ...[...screen.matchAll(/^─+$/gm)].map(([rule]) => rule.length));
}

/** The row of the last line, which tells the keys. */
function lastRow(screen: string): number {
	return screen.split('\n').length;
}
