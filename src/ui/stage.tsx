import {Box, render, Text, useAnimation, useApp, useCursor, useInput, usePaste, useWindowSize} from 'ink';
import {createElement, useSyncExternalStore} from 'react';
import type {Drawn} from './fields/field.ts';
import {frame, type Size, SMALLEST, smallFrame, type View} from './frame.ts';
import {type Key, keysOf, pasteOf} from './keys.ts';
import type {Line} from './line.ts';
import type {Terminal} from './terminal.ts';
import {spell, styleOf, type Theme} from './theme.ts';

/** How often something that turns is drawn again, in milliseconds. */
const TURN = 120;

/** One screen: what it shows now, and what a key does to it. */
export interface Screen {
	view(): View;
	press(key: Key): void;
}

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
	const instance = render(createElement(Root, {current, theme, tooSmall, press, stop: terminal.stop}), {
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

/** The screen that is shown, and who draws it. */
class Current {
	screen: Screen;
	#version = 0;
	readonly #listeners = new Set<() => void>();

	constructor(screen: Screen) {
		this.screen = screen;
	}

	change(): void {
		this.#version++;
		for (const listener of this.#listeners) {
			listener();
		}
	}

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	readonly version = (): number => this.#version;
}

interface RootProps {
	readonly current: Current;
	readonly theme: Theme;
	readonly tooSmall: string;
	readonly press: (keys: readonly Key[]) => void;
	readonly stop: (() => Promise<void>) | undefined;
}

function Root({current, theme, tooSmall, press, stop}: RootProps) {
	useSyncExternalStore(current.subscribe, current.version);
	const size = useWindowSize();
	const {suspendTerminal} = useApp();
	const view = current.screen.view();
	useAnimation({interval: TURN, isActive: view.isMoving === true});
	useInput((input, inkKey) => {
		const keys = keysOf(input, inkKey);
		if (stop !== undefined && keys.some(key => key.name === 'ctrl' && key.letter === 'z')) {
			void suspendTerminal(stop);
		} else {
			press(keys);
		}
	});
	usePaste(text => press([pasteOf(text)]));
	const drawn = isTooSmall(size) ? smallFrame(spell(tooSmall, theme), size) : frame(view, size, theme);
	return <Rows drawn={drawn} size={size} theme={theme} />;
}

/** Rows as Ink draws them: exactly as many as the terminal has, so that nothing scrolls away. */
function Rows({drawn: {lines, cursor}, size, theme}: {drawn: Drawn; size: Size; theme: Theme}) {
	const {setCursorPosition} = useCursor();
	setCursorPosition(cursor && {x: cursor.column, y: cursor.row});
	return createElement(
		Box,
		{width: size.columns, height: size.rows, flexDirection: 'column', overflow: 'hidden'},
		...lines.map(row => inkRow(row, theme)),
	);
}

function inkRow(row: Line, theme: Theme) {
	const spans = row.filter(({text}) => text !== '');
	return createElement(
		Box,
		{height: 1, flexShrink: 0},
		createElement(
			Text,
			{wrap: 'truncate'},
			...(spans.length === 0
				? [' ']
				: spans.map(({text, tone}) => createElement(Text, styleOf(tone, theme), spell(text, theme)))),
		),
	);
}

function isTooSmall({columns, rows}: Size): boolean {
	return columns < SMALLEST.columns || rows < SMALLEST.rows;
}
