import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {screenSvg} from './screen-svg.ts';
import {startTerminal, type Terminal} from './terminal.ts';

/** As many characters as the folder that stands in for it. */
const HOME = '/home/operator';

/**
 * Goes through a rehearsed set-up in the running program, breaks it and has it mended, and draws what a person sees.
 *
 * @param program - Node, and the entry file of the built program.
 * @returns SVG by the name of its file under docs/guide/screens.
 */
export async function guideScreens(program: readonly [string, string]): Promise<ReadonlyMap<string, string>> {
	const home = mkdtempSync('/tmp/as-');
	const bin = path.join(home, 'bin');
	mkdirSync(bin);
	symlinkSync(program[1], path.join(bin, 'anchorsmith'));
	try {
		const setup = await inTerminal(program, home, walkThrough);
		breakConfig(path.join(home, REHEARSAL, 'aws-config'));
		const rehearse = ['rehearse', '--state', path.join(home, REHEARSAL, 'state'), '--'];
		const withoutKeys = ['env', '-u', 'AWS_ACCESS_KEY_ID', '-u', 'AWS_SECRET_ACCESS_KEY', '-u', 'AWS_SESSION_TOKEN'];
		const doctor = [...program, ...rehearse, ...withoutKeys, ...program, 'doctor'] as const;
		const troubleshooting = await inTerminal(doctor, home, troubleshoot);
		return new Map([...setup, ...troubleshooting]);
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
}

const REHEARSAL = '.anchorsmith/rehearsal';

type Take = (name: string, title: string) => void;

async function inTerminal(
	[file, ...words]: readonly [string, ...string[]],
	home: string,
	walk: (terminal: Terminal, take: Take) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
	const terminal = startTerminal({
		command: [file, ...words],
		env: {
			HOME: home,
			PATH: `${path.join(home, 'bin')}:${process.env['PATH'] ?? ''}`,
			AWS_CONFIG_FILE: path.join(home, REHEARSAL, 'aws-config'),
			AWS_EC2_METADATA_DISABLED: 'true',
		},
		cwd: home,
	});
	const screens = new Map<string, string>();
	const masked = (line: string) => withoutChance(withoutHome(line, home));
	try {
		await walk(terminal, (name, title) => {
			screens.set(`${name}.svg`, screenSvg(terminal.emulator, {title, masked}));
		});
		return screens;
	} finally {
		terminal.close();
	}
}

/** As happens when a section is pasted below another one of the same name. */
function breakConfig(file: string): void {
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, `${text.trimEnd()}\n\n[profile anchorsmith]\nduration_seconds = 900\n`);
}

async function troubleshoot(terminal: Terminal, take: Take): Promise<void> {
	await terminal.waitFor('d do it now');
	take('doctor-cause', 'The cause: what is wrong, why that matters, and the command that mends it');
	terminal.type('d');
	await terminal.waitFor('y make this change');
	take('doctor-change', 'The change before it is made: the lines that go, and nothing is changed yet');
	terminal.type('y');
	await terminal.waitFor('It is mended.');
	take('doctor-mended', 'Everything was looked at again: it works, and this is how to undo the change');
	terminal.press('end');
	await terminal.waitFor(/Last error/);
	take('doctor-checklist', 'The checklist: one line for each thing that was looked at, with what was seen');
	terminal.type('q');
	await terminal.exit;
}

async function walkThrough(terminal: Terminal, take: Take): Promise<void> {
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

/** Identifiers, times, ports, and how many lines follow (which hangs on the length of paths) as in some other run, the same in every one. */
function withoutChance(line: string): string {
	const zeros = (found: string) => found.replace(/[0-9a-f]/g, '0');
	return line
		.replace(/[0-9a-f]*(?:-[0-9a-f]{4})+-[0-9a-f]{12}/g, zeros)
		.replace(/[↓↑] \d+/g, found => found.replace(/\d/g, '5'))
		.replace(/(?<=anchorsmith\/)[0-9a-f]+|[0-9a-f]{13,}/g, zeros)
		.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2027-01-01T12:00:00Z')
		.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/g, '2027-01-01 12:00')
		.replace(/(?!2012-10-17)\d{4}-\d\d-\d\d/g, '2027-01-01')
		.replace(/\d{8}T\d{6}Z/g, '20270101T120000Z')
		.replace(/(?<=127\.0\.0\.1:)\d+/g, '40000')
		.replace(/(?<=anchorsmith) \d+\.\d+\.\d+/g, '');
}
