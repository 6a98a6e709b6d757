/** One key press, or one paste. */
export type Key =
	| {readonly name: 'text'; readonly text: string}
	| {readonly name: 'paste'; readonly text: string}
	/** Ctrl and a letter; Enter, Tab and Escape are named below instead. */
	| {readonly name: 'ctrl'; readonly letter: string}
	/** Alt and a letter, which moves by words. */
	| {readonly name: 'alt'; readonly letter: string}
	| {readonly name: NamedKey};

/** Keys without a text. `function` is any of F1 to F12. */
export type NamedKey =
	| 'enter'
	| 'escape'
	| 'tab'
	| 'back-tab'
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'word-left'
	| 'word-right'
	| 'home'
	| 'end'
	| 'page-up'
	| 'page-down'
	| 'backspace'
	| 'word-backspace'
	| 'delete'
	| 'function';

/** What Ink tells of a key, as far as it is needed here. */
export interface InkKey {
	readonly upArrow: boolean;
	readonly downArrow: boolean;
	readonly leftArrow: boolean;
	readonly rightArrow: boolean;
	readonly pageDown: boolean;
	readonly pageUp: boolean;
	readonly home: boolean;
	readonly end: boolean;
	readonly return: boolean;
	readonly escape: boolean;
	readonly ctrl: boolean;
	readonly shift: boolean;
	readonly tab: boolean;
	readonly backspace: boolean;
	readonly delete: boolean;
	readonly meta: boolean;
}

/**
 * The keys in one call of Ink's `useInput`. Fast typing and slow lines bring several at once, such as
 * `"ab\rcd"`; a PEM in such a chunk was pasted in a terminal without bracketed paste.
 */
export function keysOf(input: string, key: InkKey): readonly Key[] {
	const name = nameOf(key);
	if (name !== undefined) {
		return [{name}];
	}

	if (key.ctrl && input.length === 1) {
		return [{name: 'ctrl', letter: input.toLowerCase()}];
	}

	if (key.meta && input.length > 0) {
		return [{name: 'alt', letter: input}];
	}

	return input === '' ? [{name: 'function'}] : splitChunk(input);
}

/** A paste with the line ends of text files: terminals send `\r`, files from Windows `\r\n`. */
export function pasteOf(text: string): Key {
	return {name: 'paste', text: normaliseLineEnds(text)};
}

/** Line ends as `\n`. */
export function normaliseLineEnds(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}

function nameOf(key: InkKey): NamedKey | undefined {
	const isByWord = key.ctrl || key.meta;
	if (key.backspace) {
		return key.meta ? 'word-backspace' : 'backspace';
	}

	if (key.leftArrow || key.rightArrow) {
		const side = key.leftArrow ? 'left' : 'right';
		return isByWord ? `word-${side}` : side;
	}

	const named: readonly (readonly [boolean, NamedKey])[] = [
		[key.return, 'enter'],
		[key.escape, 'escape'],
		[key.tab, key.shift ? 'back-tab' : 'tab'],
		[key.upArrow, 'up'],
		[key.downArrow, 'down'],
		[key.home, 'home'],
		[key.end, 'end'],
		[key.pageUp, 'page-up'],
		[key.pageDown, 'page-down'],
		[key.delete, 'delete'],
	];
	return named.find(([isPressed]) => isPressed)?.[1];
}

function splitChunk(chunk: string): readonly Key[] {
	if (chunk.includes('-----BEGIN ')) {
		return [pasteOf(chunk)];
	}

	return chunk.split(/([\x00-\x1f\x7f])/).flatMap(part => (part === '' ? [] : [keyOf(part)]));
}

function keyOf(part: string): Key {
	const code = part.charCodeAt(0);
	switch (code) {
		case 0x0d:
		case 0x0a:
			return {name: 'enter'};
		case 0x09:
			return {name: 'tab'};
		case 0x08:
		case 0x7f:
			return {name: 'backspace'};
		case 0x1b:
			return {name: 'escape'};
		default:
			return code < 0x20 ? {name: 'ctrl', letter: String.fromCharCode(code + 0x60)} : {name: 'text', text: part};
	}
}
