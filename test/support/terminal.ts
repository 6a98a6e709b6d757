import {onTestFinished} from 'vitest';
import {startTerminal, type Terminal, type TerminalOptions} from '../../src/dev/terminal.ts';

export {KEYS, type Key, type Terminal, type TerminalOptions} from '../../src/dev/terminal.ts';

/** Starts a program in a terminal; it ends with the test. */
export function openTerminal(options: TerminalOptions): Terminal {
	const terminal = startTerminal(options);
	onTestFinished(() => terminal.close());
	return terminal;
}
