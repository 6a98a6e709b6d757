import {Box, Text, useAnimation, useApp, useCursor, useInput, usePaste, useWindowSize} from 'ink';
import {createElement, useSyncExternalStore} from 'react';
import type {Drawn} from './fields/field.ts';
import {frame, isTooSmall, type Size, smallFrame, type View} from './frame.ts';
import {type Key, keysOf, pasteOf} from './keys.ts';
import type {Line} from './line.ts';
import {spell, styleOf, type Theme} from './theme.ts';

/** How often something that turns is drawn again, in milliseconds. */
const TURN = 120;

/** One screen: what it shows now, and what a key does to it. */
export interface Screen {
	view(): View;
	press(key: Key): void;
}

/** The screen that is on. Whoever changes it, or what it shows, says so. */
export class Current {
	screen: Screen;
	#version = 0;
	readonly #listeners = new Set<() => void>();

	constructor(screen: Screen) {
		this.screen = screen;
	}

	/** What is on shows something else now. */
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

/** What playing needs. */
export interface PlayProps {
	readonly current: Current;
	readonly theme: Theme;
	/** What to say when the window has become too small. */
	readonly tooSmall: string;
	readonly press: (keys: readonly Key[]) => void;
	readonly stop: (() => Promise<void>) | undefined;
}

/** Draws the screen that is on in the whole window, and hands it its keys. The only Ink component there is: see `docs/adr/0009`. */
export function Play({current, theme, tooSmall, press, stop}: PlayProps) {
	useSyncExternalStore(current.subscribe, current.version);
	const size = useWindowSize();
	const {suspendTerminal} = useApp();
	const view = settledView(current.screen, size, theme);
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

/** Whether a screen scrolls, and so offers keys for it, is known once it was drawn in this size. */
function settledView(screen: Screen, size: Size, theme: Theme): View {
	if (!isTooSmall(size)) {
		frame(screen.view(), size, theme);
	}

	return screen.view();
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
