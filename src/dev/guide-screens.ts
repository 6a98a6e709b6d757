import {mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {screenSvg} from './screen-svg.ts';
import {startTerminal, type Terminal} from './terminal.ts';

/** As many characters as the folder that stands in for it. */
const HOME = '/home/operator';

/**
 * Goes through a rehearsed set-up in the running program and draws what a person sees.
 *
 * @param program - Node, and the entry file of the built program.
 * @returns SVG by the name of its file under docs/guide/screens.
 */
export async function guideScreens([node, entry]: readonly [string, string]): Promise<ReadonlyMap<string, string>> {
	const home = mkdtempSync('/tmp/as-');
	const bin = path.join(home, 'bin');
	mkdirSync(bin);
	symlinkSync(entry, path.join(bin, 'anchorsmith'));
	const terminal = startTerminal({
		command: [node, entry],
		env: {HOME: home, PATH: `${bin}:${process.env['PATH'] ?? ''}`},
		cwd: home,
	});
	try {
		return await walkThrough(terminal, home);
	} finally {
		terminal.close();
		rmSync(home, {recursive: true, force: true});
	}
}

async function walkThrough(terminal: Terminal, home: string): Promise<ReadonlyMap<string, string>> {
	const screens = new Map<string, string>();
	const take = (name: string, title: string) => {
		const masked = (line: string) => withoutChance(withoutHome(line, home));
		screens.set(`${name}.svg`, screenSvg(terminal.emulator, {title, masked}));
	};
	const passTo = async (what: string) => {
		while (!terminal.screen().includes(what)) {
			const before = bodyOf(terminal.screen());
			terminal.press('enter');
			await terminal.waitFor(screen => bodyOf(screen) !== before && isAtRest(screen));
		}
	};

	await terminal.waitFor('What would you like to do?');
	while (!terminal.screen().includes('❯ Rehearse')) {
		const before = bodyOf(terminal.screen());
		terminal.press('down');
		await terminal.waitFor(screen => bodyOf(screen) !== before);
	}

	take('start', 'The start screen: set up, or rehearse on this machine alone');
	terminal.press('enter');
	await terminal.waitFor('Do you set up all of it');
	await passTo('Which kind of key should the authority have?');
	await terminal.waitFor('to filter');
	take('question', 'A question with its choices; the one that is marked is usual');
	terminal.type('?');
	await terminal.waitFor('P-256 is quick and accepted everywhere');
	take('explained', 'The same question, explained');
	terminal.press('escape');
	await terminal.waitFor(screen => !screen.includes('P-256 is quick and accepted everywhere'));
	await passTo('Which machine or workload is the certificate for?');
	terminal.type('CN=build-17,O=Example');
	await terminal.waitFor('CN=build-17,O=Example');
	await passTo('Who may assume the role?');
	await terminal.waitFor('PgDn');
	take('trust', 'Who may assume the role, with the trust policy that the answer becomes');
	await passTo('● Review');
	take('review', 'Every answer, with where it comes from; each can be changed here');
	terminal.press('enter');
	await terminal.waitFor('This is what would be done');
	take('plan', 'The plan: what would be made, with files and their modes; nothing is changed yet');
	terminal.type('y');
	await terminal.waitFor('Enter finish');
	take('done', 'The proof: this machine has credentials, and how to check and to undo it');
	terminal.press('enter');
	await terminal.exit;
	return screens;
}

/** All but the rows that tell the keys, which may be drawn again by themselves. */
function bodyOf(screen: string): string {
	return screen.split('\n').slice(0, -3).join('\n');
}

/** Nothing turns, and nothing is being looked at. */
function isAtRest(screen: string): boolean {
	return /Enter (?:next|leave)/.test(screen) && !/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/.test(screen);
}

/** Also where the middle of a path is left out. */
function withoutHome(line: string, home: string): string {
	const [, letters = ''] = home.split('/tmp/as-');
	const some = [...letters].reduceRight((rest, letter) => `(?:${letter}${rest})?`, '');
	return line.replace(new RegExp(`/tmp/as-${some}`, 'g'), found => HOME.slice(0, found.length));
}

/** Identifiers, times, and how many lines follow (which hangs on the length of paths) as in some other run, the same in every one. */
function withoutChance(line: string): string {
	const zeros = (found: string) => found.replace(/[0-9a-f]/g, '0');
	return line
		.replace(/[0-9a-f]*(?:-[0-9a-f]{4})+-[0-9a-f]{12}/g, zeros)
		.replace(/↓ \d+/g, found => found.replace(/\d/g, '5'))
		.replace(/[0-9a-f]{16,}/g, zeros)
		.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '2027-01-01 12:00');
}
