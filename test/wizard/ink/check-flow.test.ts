import {mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {issueForTest} from '../../support/certificates.ts';
import {bodyOf, playWizard} from '../../support/ink-wizard.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** The flow, at its first question, in a home with a folder `pki` that holds one certificate that has ended. */
async function openCheck(size: {readonly columns?: number; readonly rows?: number} = {}) {
	const home = temporaryFolder();
	const {pem} = await issueForTest({notAfter: new Date('2026-05-01T00:00:00Z')});
	mkdirSync(path.join(home, 'pki'));
	writeFileSync(path.join(home, 'pki/host.pem'), pem);
	const wizard = playWizard({home, ...size});
	await wizard.terminal.waitFor('❯ Set up');
	await wizard.terminal.press('down');
	await wizard.terminal.waitFor('❯ Check certificates');
	await wizard.terminal.press('enter');
	await wizard.terminal.waitFor('Which file or folder?');
	return {...wizard, pem};
}

describe('checking certificates on screens', () => {
	test('lists what was found, opens one of them, and comes back', async () => {
		const {terminal} = await openCheck();
		await terminal.type('pk');
		await terminal.press('tab');
		await terminal.waitFor('❯ pki/');
		await terminal.press('enter');
		const screen = await terminal.waitFor('ee-valid-now');
		expect(screen).toContain('host.pem');
		expect(screen).toMatch(/[1-9] errors?/);
		expect(screen).toMatch(/❯ [✗!] (error|warning|notice): /);
		await terminal.press('enter');
		const opened = await terminal.waitFor('PgDn');
		expect(opened).toContain('Why');
		expect(opened).toContain('What helps');
		await terminal.press('end');
		await terminal.waitFor('Source');
		await terminal.press('escape');
		await terminal.waitFor('ee-valid-now');
		await terminal.press('escape');
		expect(await terminal.waitFor('Which file or folder?')).toContain('❯ pki/');
	});

	test('takes a pasted PEM', async () => {
		const {terminal, pem} = await openCheck();
		await terminal.paste(pem.replaceAll('\n', '\r'));
		expect(await terminal.waitFor('ee-valid-now')).toContain('pasted text');
	});

	test('says what it cannot read, beside the question', async () => {
		const {terminal} = await openCheck();
		await terminal.type('nowhere.pem');
		await terminal.press('enter');
		const screen = await terminal.waitFor(/! .*nowhere\.pem/);
		expect(screen).toContain('Which file or folder?');
		expect(screen).toContain('❯ nowhere.pem');
	});

	test('writes the repaired set into a folder that is new', async () => {
		const {terminal, home} = await openCheck();
		await terminal.type('pki');
		await terminal.press('enter');
		await terminal.waitFor('ee-valid-now');
		await terminal.type('f');
		await terminal.waitFor('Into which new folder');
		await terminal.press('enter');
		await terminal.waitFor('Written:');
		expect(readdirSync(path.join(home, 'repaired')).length).toBeGreaterThan(0);
		await terminal.press('escape');
		await terminal.waitFor('ee-valid-now');
		await terminal.type('f');
		await terminal.waitFor('Into which new folder');
		await terminal.press('enter');
		await terminal.waitFor(screen => bodyOf(screen).includes('! ') && screen.includes('Into which new folder'));
	});

	test('fits 40 x 12', async () => {
		const {terminal} = await openCheck({columns: 40, rows: 12});
		await terminal.type('pki');
		await terminal.press('enter');
		const screen = await terminal.waitFor(/❯ [✗!]/);
		expect(screen.split('\n').at(-1)).toContain('Enter explain');
	});
});
