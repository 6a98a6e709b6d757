import {type IPty, spawn} from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import xterm, {type Terminal as Emulator} from '@xterm/headless';

/** What is typed at a keyboard, as a terminal of the kind xterm sends it. */
export const KEYS = {
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	'shift-tab': '\u001B[Z',
	backspace: '\u007F',
	delete: '\u001B[3~',
	space: ' ',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	'page-up': '\u001B[5~',
	'page-down': '\u001B[6~',
	'ctrl-a': '\u0001',
	'ctrl-c': '\u0003',
	'ctrl-d': '\u0004',
	'ctrl-l': '\f',
	'ctrl-r': '\u0012',
	'ctrl-u': '\u0015',
	'ctrl-z': '\u001A',
} as const;

/** A key by name; every other text is typed as it is. */
export type Key = keyof typeof KEYS;

/** What a program in a terminal is started with. */
export interface TerminalOptions {
	/** The program and its words; never a shell unless the test says so. */
	readonly command: readonly [string, ...string[]];
	readonly columns?: number;
	readonly rows?: number;
	/** All there is, beside PATH and TERM. */
	readonly env: Readonly<Record<string, string>>;
	readonly cwd: string;
}

/** How a program in a terminal ended. */
export interface TerminalEnd {
	readonly code: number;
	/** The number of the signal that ended it; 0 for none. */
	readonly signal: number;
}

/** A program in a pseudo-terminal, with a model of its screen. */
export interface Terminal {
	readonly pid: number;
	/** Waits until the screen shows a text, and gives the screen; fails, showing the last one, when it never does. */
	waitFor(what: string | RegExp | ((screen: string) => boolean)): Promise<string>;
	/** Presses keys, one write each; counts them. */
	press(...keys: readonly Key[]): void;
	/** Types a text, one key a character; counts them. */
	type(text: string): void;
	/** Pastes a text as a terminal does: bracketed when the program asked for that, line ends as carriage returns. */
	paste(text: string): void;
	resize(columns: number, rows: number): void;
	/** Sends a signal to the program itself. */
	kill(signal: NodeJS.Signals): void;
	/** What is on the screen now, lines without blanks at their end. */
	screen(): string;
	/** Everything that the program ever wrote. */
	bytes(): Buffer;
	/** How many keys were pressed. */
	presses(): number;
	/** The screen with colours and attributes, for drawing it. */
	readonly emulator: Emulator;
	/** True while the program shows a cursor. */
	isCursorShown(): boolean;
	/** True while the screen without history is in use. */
	isAlternate(): boolean;
	readonly exit: Promise<TerminalEnd>;
}

/** As much of what was written last as holds every mark that a piece of output may have cut in two, and all of that piece. */
const TAIL = 200_000;

/** Far more than anything here takes, on a machine with much else to do. Milliseconds. */
const PATIENCE = 60_000;

/** Starts a program in a terminal; whoever starts it closes it. */
export function startTerminal({
	command: [file, ...words],
	columns = 80,
	rows = 24,
	env,
	cwd,
}: TerminalOptions): Terminal & {close(): void} {
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 5000});
	emulator.loadAddon(new unicode11.Unicode11Addon());
	emulator.unicode.activeVersion = '11';
	const pty = spawn(file, words, {
		name: env['TERM'] ?? 'xterm-256color',
		cols: columns,
		rows,
		cwd,
		env: {PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env},
		encoding: null,
	});
	const written: Buffer[] = [];
	const listeners = new Set<() => void>();
	let presses = 0;
	let tail = '';
	/** False in the middle of a frame that the program draws in one go (synchronized output): then nothing is looked at. */
	let isWhole = true;
	let isWholeAfterAll = true;
	let end: TerminalEnd | undefined;
	const exit = new Promise<TerminalEnd>(resolve => {
		pty.onExit(({exitCode, signal = 0}) => {
			// What was written last may still be on its way through the emulator.
			emulator.write('', () => {
				end = {code: exitCode, signal};
				resolve(end);
				tell(listeners);
			});
		});
	});
	onBytes(pty, chunk => {
		written.push(chunk);
		tail = `${tail}${chunk.toString('latin1')}`.slice(-TAIL);
		const [begun, ended] = ['\u001B[?2026h', '\u001B[?2026l'].map(mark => tail.lastIndexOf(mark));
		const isNowWhole = begun === ended ? isWholeAfterAll : (ended ?? -1) > (begun ?? -1);
		emulator.write(chunk, () => {
			isWhole = isNowWhole;
			tell(listeners);
		});
		isWholeAfterAll = isNowWhole;
	});
	emulator.onData(reply => {
		if (end === undefined) {
			pty.write(reply);
		}
	});

	const send = (text: string) => pty.write(text);
	const terminal = {
		pid: pty.pid,
		emulator,
		exit,
		waitFor: (what: string | RegExp | ((screen: string) => boolean)) =>
			new Promise<string>((resolve, reject) => {
				const finish = (work: () => void) => {
					clearTimeout(timer);
					listeners.delete(look);
					work();
				};
				const look = () => {
					const screen = screenOf(emulator);
					if (isWhole && isOn(screen, what)) {
						finish(() => resolve(screen));
					} else if (end !== undefined) {
						const code = end.code;
						finish(() => reject(new Error(`The program ended with ${code} and never showed ${what}:\n${screen}`)));
					}
				};
				const timer = setTimeout(
					() => finish(() => reject(new Error(`The screen never showed ${what}:\n${screenOf(emulator)}`))),
					PATIENCE,
				);
				listeners.add(look);
				look();
			}),
		press(...keys: readonly Key[]) {
			for (const key of keys) {
				presses += 1;
				send(KEYS[key]);
			}
		},
		type(text: string) {
			for (const character of text) {
				presses += 1;
				send(character);
			}
		},
		paste(text: string) {
			const lines = text.replaceAll('\r\n', '\n').replaceAll('\n', '\r');
			send(emulator.modes.bracketedPasteMode ? `\u001B[200~${lines}\u001B[201~` : lines);
		},
		resize(newColumns: number, newRows: number) {
			emulator.resize(newColumns, newRows);
			pty.resize(newColumns, newRows);
		},
		kill: (signal: NodeJS.Signals) => process.kill(pty.pid, signal),
		screen: () => screenOf(emulator),
		bytes: () => Buffer.concat(written),
		presses: () => presses,
		isCursorShown: () => isCursorShown(Buffer.concat(written).toString('latin1')),
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		close() {
			if (end === undefined) {
				pty.kill('SIGKILL');
			}

			emulator.dispose();
		},
	};
	return terminal;
}

function isOn(screen: string, what: string | RegExp | ((screen: string) => boolean)): boolean {
	return typeof what === 'string'
		? screen.includes(what)
		: typeof what === 'function'
			? what(screen)
			: what.test(screen);
}

function screenOf({buffer: {active}, rows}: Emulator): string {
	const lines = Array.from({length: rows}, (_line, row) =>
		(active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
	);
	return lines.join('\n').trimEnd();
}

function isCursorShown(text: string): boolean {
	return text.lastIndexOf('\u001B[?25h') >= text.lastIndexOf('\u001B[?25l');
}

function tell(listeners: ReadonlySet<() => void>): void {
	for (const listener of [...listeners]) {
		listener();
	}
}

/** node-pty gives bytes when it is asked for no encoding, whatever its types say. */
function onBytes(pty: IPty, take: (chunk: Buffer) => void): void {
	pty.onData((chunk: string | Buffer) => take(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk));
}
