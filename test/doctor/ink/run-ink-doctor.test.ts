import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {playDoctor} from '../../support/ink-doctor.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {openWorld} from '../../support/worlds/open-world.ts';

/** The result is on, whatever it is: the last thing that its bottom row tells. */
const RESULT = 'a check again';

/** A home with an AWS config file. */
function homeWith(config: string): string {
	const home = temporaryFolder();
	mkdirSync(path.join(home, '.aws'));
	writeFileSync(path.join(home, '.aws/config'), config);
	return home;
}

const TWO = `[profile first]
region = eu-central-1
sso_session = company

[profile second]
region = eu-central-1
credential_process = /nowhere/aws_signing_helper credential-process --certificate c.pem

[profile third]
credential_process = /nowhere/aws_signing_helper credential-process --certificate c.pem
`;

describe('troubleshooting on screens', () => {
	test('asks which CLI profile is meant, those first that ask Roles Anywhere, and comes back to it', async () => {
		const {terminal, end} = await playDoctor({home: homeWith(TWO)});
		const screen = await terminal.waitFor('Which CLI profile does not work?');
		expect(screen).toMatch(
			/❯ second +asks Roles Anywhere, eu-central-1\n.*third +asks Roles Anywhere\n.*first +single sign-on/,
		);
		await terminal.press('down', 'enter');
		expect(await terminal.waitFor(RESULT)).toContain('CLI profile third');
		await terminal.press('escape');
		await terminal.waitFor(/❯ third/);
		await terminal.press('escape');
		expect(await end).toEqual({mended: []});
	});

	test('takes a message of several lines and looks with it', async () => {
		const {terminal} = await playDoctor({home: homeWith(TWO)});
		await terminal.waitFor('❯ second');
		await terminal.press('end');
		await terminal.waitFor('❯ Paste an error message');
		await terminal.press('enter');
		await terminal.waitFor('What did it say?');
		await terminal.paste('Error when retrieving credentials from custom-process:\rUntrusted signing certificate');
		await terminal.waitFor('Ctrl-D done');
		await terminal.press('ctrl-d');
		expect(await terminal.waitFor('With the message that you pasted')).toContain('Error when retrieving');
		await terminal.press('home', 'enter');
		await terminal.waitFor(RESULT);
		await terminal.press('end');
		await terminal.waitFor(/One session/);
	});

	test('asks nothing where it is clear which is meant, and says what to look at when nothing is there', async () => {
		const {terminal, end} = await playDoctor({home: temporaryFolder()});
		await terminal.waitFor(RESULT);
		await terminal.type('n');
		expect(await terminal.waitFor('What was not looked at')).toContain('To look at it');
		await terminal.press('escape');
		await terminal.waitFor(RESULT);
		await terminal.type('?');
		await terminal.waitFor('Marks and keys');
		await terminal.press('escape');
		await terminal.waitFor(RESULT);
		await terminal.type('q');
		expect((await end).last?.diagnosis.verdict).toBe('broken');
	});

	test('says that all is well, and what was proved', async () => {
		const {home, env} = await openWorld();
		const {terminal, end} = await playDoctor({home, env});
		const screen = await terminal.waitFor(RESULT);
		expect(screen).toContain('✓ Nothing is wrong');
		expect(screen).toMatch(/Certificate until +20\d\d-/);
		await terminal.type('q');
		expect((await end).last?.diagnosis.verdict).toBe('sound');
		expect(terminal.isAlternate).toBe(false);
		expect(terminal.isRaw).toBe(false);
	});

	test('does what mends it, looks again from the start, and says how to undo it', async () => {
		const world = await openWorld();
		world.edit('.aws/config', text => `${text}\n${text}`);
		const {terminal, end} = await playDoctor({home: world.home, env: world.env});
		const cause = await terminal.waitFor('d do it now');
		expect(cause).toMatch(/✗ The section .* stands on lines/);
		await terminal.type('d');
		const preview = await terminal.waitFor('Nothing has been changed yet.');
		expect(preview).toMatch(/-\[/);
		await terminal.press('escape');
		await terminal.waitFor('d do it now');
		await terminal.press('enter');
		await terminal.waitFor('Nothing has been changed yet.');
		await terminal.type('y');
		const mended = await terminal.waitFor('✓ It is mended.');
		expect(mended).toContain('Undo it:');
		await terminal.type('q');
		const {last, mended: done} = await end;
		expect(last?.diagnosis.verdict).toBe('sound');
		expect(done).toHaveLength(1);
	});

	test('shows what cannot be looked at all, and leaves with that', async () => {
		const options = {isOffline: true, user: 'nobody-is-called-so'};
		const {terminal, end} = await playDoctor({home: temporaryFolder(), options});
		const screen = await terminal.waitFor('It could not be looked at');
		expect(screen).toContain('nobody-is-called-so');
		await terminal.type('r');
		await terminal.waitFor('It could not be looked at');
		await terminal.press('escape');
		await expect(end).rejects.toMatchObject({code: 'USAGE'});
		expect(terminal.isAlternate).toBe(false);
	});

	test('writes a bundle, into another file when that is there already', async () => {
		const home = homeWith('[profile only]\nregion = eu-central-1\n');
		writeFileSync(path.join(home, 'doctor-bundle.json'), 'mine');
		const {terminal} = await playDoctor({home, options: {isOffline: true, cliProfile: 'only'}});
		await terminal.waitFor(RESULT);
		await terminal.type('b');
		await terminal.waitFor('Into which new file');
		await terminal.press('enter');
		await terminal.waitFor('Hide account numbers and names in it?');
		await terminal.press('enter');
		await terminal.waitFor(/! .*already/s);
		await terminal.press('ctrl-u');
		await terminal.type('ticket.json');
		await terminal.press('enter');
		await terminal.waitFor('Hide account numbers and names in it?');
		await terminal.press('down', 'enter');
		await terminal.waitFor('✓ Written to');
		expect(existsSync(path.join(home, 'ticket.json'))).toBe(true);
	});

	test('is stopped by Ctrl-C anywhere, with the terminal restored', async () => {
		for (const what of ['Which CLI profile', 'What did it say?', RESULT]) {
			const {terminal, end} = await playDoctor({home: homeWith(TWO)});
			await terminal.waitFor('❯ second');
			if (what !== 'Which CLI profile') {
				await terminal.press(...(what === RESULT ? (['enter'] as const) : (['end', 'enter'] as const)));
				await terminal.waitFor(what);
			}

			await terminal.press('ctrl-c');
			await expect(end).rejects.toMatchObject({code: 'INTERRUPTED', message: 'Stopped. Nothing was changed.'});
			expect(terminal.isAlternate).toBe(false);
		}
	});

	test.each([
		[40, 12],
		[80, 24],
		[120, 40],
	])('keeps every screen within %d x %d, with its keys in sight', async (columns, rows) => {
		const {terminal} = await playDoctor({
			home: homeWith(TWO),
			env: {AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE'},
			columns,
			rows,
		});
		await terminal.waitFor('❯ second');
		await terminal.press('enter');
		const screens = [await terminal.waitFor(RESULT)];
		for (const [key, what] of [
			['r', 'Everything else'],
			['n', 'What was not looked at'],
			['b', 'Into which new file'],
			['m', 'What did it say?'],
			['?', 'Marks and keys'],
		] as const) {
			await terminal.type(key);
			screens.push(await terminal.waitFor(screen => screen.includes(what) || screen.includes(what.slice(0, 20))));
			await terminal.press('escape');
			await terminal.waitFor(RESULT);
		}

		for (const screen of screens) {
			expect(screen.split('\n').length).toBeLessThanOrEqual(rows);
			expect(screen.split('\n').at(-1)).toMatch(/Esc|again|leave|scroll/);
		}
	});
});
