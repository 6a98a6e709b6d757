import {render} from 'ink';
import {createElement} from 'react';
import {setRawMode} from './first-frame.ts';
import {isTooSmall} from './frame.ts';
import type {Key} from './keys.ts';
import {Current, Play, type Screen} from './play.tsx';
import type {Terminal} from './terminal.ts';
import type {Theme} from './theme.ts';

export type {Screen} from './play.tsx';

/** Where screens appear, one at a time. */
export interface Stage {
	/** Draws this screen from now on. */
	show(screen: Screen): void;
	/** Draws the screen again, as it shows something else now. */
	refresh(): void;
	/** Gives the text to the clipboard of the terminal (OSC 52). Many terminals refuse without a word. */
	copy(text: string): void;
	/** Restores the terminal. */
	leave(): void;
	/** Restores the terminal; whoever waits for the end gets this error. */
	fail(error: unknown): void;
	/** Ends when the terminal is restored. */
	readonly ended: Promise<void>;
}

/** What a stage needs. */
export interface StageOptions {
	readonly terminal: Terminal;
	readonly theme: Theme;
	readonly first: Screen;
	/** Ctrl-C, wherever it is pressed. */
	interrupt(): void;
	/** What to say when the window has become too small. */
	readonly tooSmall: string;
}

/** Takes over the terminal: the alternate screen, raw keys. The terminal is restored however this ends. */
export function openStage({terminal, theme, first, interrupt, tooSmall}: StageOptions): Stage {
	const current = new Current(first);
	const press = (keys: readonly Key[]) => {
		try {
			for (const key of keys) {
				if (key.name === 'ctrl' && key.letter === 'c') {
					interrupt();
				} else if (!isTooSmall(terminal.output)) {
					current.screen.press(key);
				}
			}

			current.change();
		} catch (error) {
			stage.fail(error);
		}
	};
	// Keys that come before Ink listens would be echoed onto the first frame; Ink restores the terminal as it does by itself.
	setRawMode(terminal.input, true);
	const instance = render(createElement(Play, {current, theme, tooSmall, press, stop: terminal.stop}), {
		stdin: terminal.input,
		stdout: terminal.output,
		stderr: terminal.output,
		alternateScreen: true,
		exitOnCtrlC: false,
		interactive: true,
		incrementalRendering: true,
		isScreenReaderEnabled: false,
		patchConsole: false,
	});
	let failure: {readonly error: unknown} | undefined;
	const ended = instance.waitUntilExit().then(() => {
		if (failure) {
			throw failure.error;
		}
	});
	// Whoever waits may come later than the failure.
	ended.catch(() => undefined);
	const stage: Stage = {
		show(screen) {
			current.screen = screen;
			current.change();
		},
		refresh: () => current.change(),
		copy: text => terminal.output.write(`\u001b]52;c;${Buffer.from(text, 'utf8').toString('base64')}\u0007`),
		leave: () => instance.unmount(),
		fail(error) {
			failure ??= {error};
			instance.unmount();
		},
		ended,
	};
	return stage;
}
