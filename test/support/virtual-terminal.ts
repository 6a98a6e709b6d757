import {PassThrough, Writable} from 'node:stream';
import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import {onTestFinished} from 'vitest';
import type {Terminal} from '../../src/ui/terminal.ts';
import {KEYS, type Key} from './terminal.ts';

/** A terminal inside a test: what is drawn on it is shown by a model of a real one. */
export interface VirtualTerminal extends Terminal {
	/** What stands on the screen now, without blanks at the ends of rows. */
	screen(): string;
	/** All that was ever written. */
	written(): string;
	/** Presses keys, each in a chunk of its own, and waits until all of them were read. */
	press(...keys: readonly Key[]): Promise<void>;
	/** Sends a text in one chunk. */
	type(text: string): Promise<void>;
	/** Pastes as terminals with bracketed paste do. */
	paste(text: string): Promise<void>;
	/** Waits until the screen is as it should be, and gives it; the test fails with the last screen when it never is. */
	waitFor(what: string | RegExp | ((screen: string) => boolean)): Promise<string>;
	resize(columns: number, rows: number): void;
	/** Where the cursor stands, from 0; undefined while it is hidden. */
	cursor(): {readonly row: number; readonly column: number};
	readonly isAlternate: boolean;
	readonly isRaw: boolean;
}

/** How long the screen may take to become as it should, in milliseconds. */
const PATIENCE = 60_000;

/** Opens a virtual terminal of a size. */
export function virtualTerminal(columns = 80, rows = 24): VirtualTerminal {
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	emulator.loadAddon(new unicode11.Unicode11Addon());
	emulator.unicode.activeVersion = '11';
	const output = new Output(emulator, columns, rows);
	const input = new Input();
	onTestFinished(() => emulator.dispose());
	const send = async (text: string) => {
		input.write(text);
		// Ink holds a bare Escape back, to tell it from the beginning of a sequence.
		await new Promise(resolve => setTimeout(resolve, text === KEYS.escape ? 40 : 5));
	};
	const screen = () => {
		const {active} = emulator.buffer;
		return Array.from({length: emulator.rows}, (_, row) =>
			(active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
		).join('\n');
	};
	return {
		input,
		output,
		stop: undefined,
		screen,
		written: () => output.all,
		async press(...keys) {
			for (const key of keys) {
				await send(KEYS[key]);
			}
		},
		type: send,
		paste: text => send(`\u001b[200~${text}\u001b[201~`),
		async waitFor(what) {
			const isThere = (text: string) =>
				typeof what === 'string' ? text.includes(what) : what instanceof RegExp ? what.test(text) : what(text);
			for (const end = performance.now() + PATIENCE; performance.now() < end; ) {
				if (isThere(screen())) {
					return screen();
				}

				await new Promise(resolve => setTimeout(resolve, 5));
			}

			throw new Error(`the screen never showed ${String(what)}; at last it was:\n${screen()}`);
		},
		resize(to, high) {
			emulator.resize(to, high);
			output.columns = to;
			output.rows = high;
			output.emit('resize');
		},
		cursor: () => ({row: emulator.buffer.active.cursorY, column: emulator.buffer.active.cursorX}),
		get isAlternate() {
			return output.all.lastIndexOf('\u001b[?1049h') > output.all.lastIndexOf('\u001b[?1049l');
		},
		get isRaw() {
			return input.isRaw;
		},
	};
}

class Output extends Writable {
	readonly isTTY = true;
	columns: number;
	rows: number;
	all = '';
	readonly #emulator: {write(text: string): void};

	constructor(emulator: {write(text: string): void}, columns: number, rows: number) {
		super({decodeStrings: false});
		this.#emulator = emulator;
		this.columns = columns;
		this.rows = rows;
	}

	override _write(chunk: unknown, _encoding: string, done: () => void): void {
		const text = String(chunk);
		this.all += text;
		// A terminal of the system makes a carriage return of each line feed.
		this.#emulator.write(text.replaceAll(/(?<!\r)\n/g, '\r\n'));
		done();
	}
}

class Input extends PassThrough {
	readonly isTTY = true;
	isRaw = false;

	setRawMode(isRaw: boolean): this {
		this.isRaw = isRaw;
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
