import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {beginSetup, environmentOfAdministrator} from '../../support/administrator.ts';
import {bodyOf, playWizard} from '../../support/ink-wizard.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

describe('the start screen', () => {
	test('offers what there is, and leaves on Escape without a word', async () => {
		const {terminal, end} = playWizard();
		const screen = await terminal.waitFor('What would you like to do?');
		expect(screen).toContain('❯ Set up');
		expect(screen).toContain('Check certificates');
		expect(screen).toContain('Rehearse');
		expect(screen).not.toContain('Go on where you stopped');
		await terminal.press('escape');
		expect(await end).toEqual({kind: 'left'});
		expect(terminal.isAlternate).toBe(false);
	});

	test('troubleshoots, and comes back', async () => {
		const {terminal} = playWizard();
		await terminal.waitFor('❯ Set up');
		await terminal.press('up');
		await terminal.waitFor('❯ Troubleshoot');
		await terminal.press('enter');
		await terminal.waitFor('a check again');
		await terminal.press('escape');
		await terminal.waitFor('What would you like to do?');
	});

	test('leads through a rehearsal to the proof by Enter, y and few more keys', async () => {
		const {terminal, end, next, goTo, state} = playWizard();
		await terminal.waitFor('❯ Set up');
		await terminal.press('down', 'down');
		await terminal.waitFor('❯ Rehearse');
		let presses = 2;
		let screen = await next();
		for (presses++; !screen.includes('Go on: make the plan'); presses++) {
			screen = await next();
		}

		await goTo('This is what would be done');
		await terminal.press('enter');
		expect(terminal.screen()).toContain('This is what would be done');
		await terminal.type('y');
		await terminal.waitFor('It works');
		expect(presses + 3).toBeLessThan(25);
		await terminal.press('enter');
		const done = await end;
		expect(done.kind === 'done' && done.summary.proof?.sourceIdentity).toBe('CN=build-17');
		expect(existsSync(path.join(state, 'rehearsal/setup-progress.json'))).toBe(false);
		expect(terminal.isAlternate).toBe(false);
	});

	test('comes back when a set-up is left, and then offers to go on with it', async () => {
		const {terminal, next} = playWizard();
		await terminal.waitFor('❯ Set up');
		await terminal.press('down', 'down');
		await terminal.waitFor('❯ Rehearse');
		await next();
		await next();
		await terminal.press('escape');
		await terminal.waitFor('your answer');
		await terminal.press('escape');
		await terminal.waitFor('Leave the set-up?');
		await terminal.press('down', 'enter');
		await terminal.waitFor('❯ Go on where you stopped');
		await terminal.press('enter');
		await terminal.waitFor(/Rehearse a set-up/);
	});
});

describe('a set-up on screens', () => {
	test.each([
		[40, 12],
		[80, 24],
		[120, 40],
	])('keeps every question within %i x %i, with its keys in sight', async (columns, rows) => {
		const {terminal, next} = playWizard({columns, rows, given: {rehearse: true}});
		let screen = await terminal.waitFor(/❯/);
		for (let asked = 0; !screen.includes('Go on: make the plan'); asked++) {
			const lines = screen.split('\n');
			expect(lines).toHaveLength(rows);
			expect(lines.slice(-2).join('\n')).toMatch(/^ {1,2}Enter /m);
			expect(bodyOf(screen)).toMatch(/[?.]/);
			expect(asked).toBeLessThan(40);
			screen = await next();
		}
	});

	test('says beside the field why an answer is not taken, keeps it, and takes it when it is mended', async () => {
		const {terminal, goTo} = playWizard({given: {rehearse: true}});
		await goTo('Which machine or workload');
		await terminal.type('build 17');
		await terminal.press('enter');
		const refused = await terminal.waitFor('cannot be used');
		expect(refused).toContain('❯ build 17');
		expect(refused).toContain('such as CN=host');
		await terminal.press('ctrl-u');
		await terminal.type('CN=build-18');
		await terminal.press('enter');
		await terminal.waitFor('Make a new role');
		await terminal.press('escape');
		expect(await terminal.waitFor('Which machine or workload')).toContain('❯ CN=build-18');
	});

	test('explains on a question mark only where that is no text', async () => {
		const {terminal, goTo} = playWizard({given: {rehearse: true}});
		await goTo('Which machine or workload');
		await terminal.type('?');
		const explained = await terminal.waitFor('A distinguished name such as');
		expect(explained).toContain('On the command line: --subject');
		await terminal.press('escape');
		await terminal.waitFor(screen => !screen.includes('On the command line'));
		await terminal.type('CN=a?');
		await terminal.waitFor('❯ CN=a?');
		expect(terminal.screen()).toContain('Ctrl-G explain');
		await terminal.type('\u0007');
		await terminal.waitFor('On the command line: --subject');
	});

	test('loses no key that is typed faster than questions come', async () => {
		const {terminal, goTo} = playWizard({given: {rehearse: true}});
		await goTo('Which machine or workload');
		await terminal.type('CN=fast\r\rspeedy');
		const screen = await terminal.waitFor('❯ speedy');
		expect(screen).toContain('What should the role be called?');
	});

	test('shows the trust policy that the answers become', async () => {
		const {terminal, goTo} = playWizard({rows: 50, given: {rehearse: true}});
		const screen = await goTo('Who may assume the role?');
		expect(screen).toContain('CN=build-17');
		expect(screen).toContain('"aws:PrincipalTag/x509Subject/CN"');
		await terminal.press('down');
		await terminal.waitFor('Every certificate issued by');
	});

	test('keeps a passphrase in memory only, and wants a new one typed twice', async () => {
		const {terminal, goTo, state} = playWizard({given: {rehearse: true}});
		await goTo('Where does the passphrase');
		await terminal.press('home', 'enter');
		await terminal.waitFor('Type a passphrase for the new key.');
		await terminal.type('correct horse');
		await terminal.press('enter');
		await terminal.waitFor('Type it once more.');
		await terminal.type('correct hose');
		await terminal.press('enter');
		await terminal.waitFor('The two are not the same.');
		await terminal.type('correct horse');
		await terminal.press('enter');
		await terminal.waitFor('● Certificate');
		const kept = readFileSync(path.join(state, 'rehearsal/setup-progress.json'), 'utf8');
		expect(kept + terminal.written()).not.toMatch(/correct/);
	});

	test('lets every answer be changed in the review and comes back to it', async () => {
		const {terminal, goTo} = playWizard({given: {rehearse: true}});
		await goTo('Go on: make the plan');
		await terminal.press('down', 'down', 'down', 'down');
		await terminal.waitFor(/❯ Set-up/);
		await terminal.press('enter');
		await terminal.waitFor('What should this set-up be called?');
		await terminal.type('renamed');
		await terminal.press('enter');
		expect(await terminal.waitFor('Go on: make the plan')).toMatch(/Set-up +renamed/);
	});

	test('shows the same by commands, copies them and writes them', async () => {
		const {terminal, goTo, home} = playWizard({given: {rehearse: true}});
		await goTo('This is what would be done');
		await terminal.type('e');
		await terminal.waitFor('The same with this program');
		await terminal.type('c');
		await terminal.waitFor('Sent to the clipboard');
		const copied = /\u001b\]52;c;([A-Za-z0-9+/=]+)\u0007/.exec(terminal.written())?.[1] ?? '';
		expect(Buffer.from(copied, 'base64').toString()).toContain('openssl');
		await terminal.type('w');
		await terminal.waitFor('Written to');
		expect(readFileSync(path.join(home, 'anchorsmith.sh'), 'utf8')).toMatch(/^#!\/bin\/sh\n/);
		await terminal.type('w');
		await terminal.waitFor(/exists|already/);
		await terminal.press('escape');
		await terminal.waitFor('This is what would be done');
	});

	test('is stopped by Ctrl-C anywhere, with the answers kept and the terminal restored', async () => {
		const first = playWizard({given: {rehearse: true}});
		await first.goTo('What should the role be called?');
		await first.terminal.type('half typed');
		await first.terminal.press('ctrl-c');
		await expect(first.end).rejects.toMatchObject({
			code: 'INTERRUPTED',
			message: 'Stopped. Your answers are kept, passphrases are not.',
		});
		expect(first.terminal.isAlternate).toBe(false);
		expect(first.terminal.isRaw).toBe(false);
		const again = playWizard({home: first.home, given: {}});
		await again.terminal.waitFor('Go on with the set-up that you began?');
		await again.terminal.press('enter');
		await again.terminal.waitFor('What should the role be called?');
	});

	test('is stopped by a signal in the same way', async () => {
		const {terminal, end, interrupt} = playWizard({given: {rehearse: true}});
		await terminal.waitFor(/❯/);
		interrupt();
		await expect(end).rejects.toMatchObject({code: 'INTERRUPTED'});
		expect(terminal.isAlternate).toBe(false);
	});

	test('tells what failed and how to go on, and takes the way back to the answers', async () => {
		const {terminal, goTo, end} = playWizard({
			given: {rehearse: true, helper: 'official', helperProgram: '/nowhere/helper'},
		});
		await goTo(/cannot be|is not|no program|It stopped/);
		await terminal.press('ctrl-c');
		await expect(end).rejects.toMatchObject({code: 'INTERRUPTED'});
	});

	test('says why AWS does not know somebody, and stays with the question', async () => {
		const {terminal} = playWizard({
			given: {rehearse: false, part: 'all'},
			env: {AWS_CONFIG_FILE: '/nowhere/config', AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials'},
		});
		await terminal.waitFor('Which AWS CLI profile administers the account?');
		await terminal.press('enter');
		const screen = await terminal.waitFor('What helps:');
		expect(screen).toContain('Which AWS CLI profile administers the account?');
		expect(screen).toContain('Rehearse without AWS');
	});

	test('says which account the set-up is in when somebody is in another', async () => {
		const home = temporaryFolder();
		beginSetup(path.join(home, '.anchorsmith'), 'build-hosts', '999999999999');
		const env = await environmentOfAdministrator(home);
		const {terminal} = playWizard({home, env, rows: 40, given: {rehearse: false, part: 'all', name: 'build-hosts'}});
		await terminal.waitFor('Which AWS CLI profile administers the account?');
		await terminal.waitFor(/❯ .*keys/);
		await terminal.press('enter');
		const screen = await terminal.waitFor('What helps:');
		expect(screen).toContain('Which AWS CLI profile administers the account?');
		expect(screen.replace(/\s+/g, ' ')).toContain(
			'999999999999 is needed, because the set-up build-hosts began there.',
		);
		expect(screen).toContain('Give this set-up another name: --name NAME');
	});
});

describe('making the changes', () => {
	test('stops after the change at hand on Ctrl-C, and in its middle on another', async () => {
		const {terminal, goTo, end, state} = playWizard({given: {rehearse: true, issuerAlgorithm: 'rsa4096'}});
		await goTo('This is what would be done');
		await terminal.type('y');
		await terminal.waitFor('Making the changes');
		await terminal.press('ctrl-c', 'ctrl-c');
		await expect(end).rejects.toMatchObject({code: 'INTERRUPTED', next: [expect.any(String), expect.any(String)]});
		expect(terminal.isAlternate).toBe(false);
		expect(existsSync(path.join(state, 'rehearsal/setup-progress.json'))).toBe(true);
	});
});
