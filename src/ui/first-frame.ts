import {styleText} from 'node:util';
import type {Drawn} from './fields/field.ts';
import {frame, isTooSmall, smallFrame, type View} from './frame.ts';
import type {Line, Span} from './line.ts';
import type {Terminal} from './terminal.ts';
import {spell, styleOf, type Theme} from './theme.ts';

const ENTER = '\u001b[?1049h\u001b[?25l\u001b[H';
const HOME = '\u001b[H';
const LEAVE = '\u001b[?25h\u001b[?1049l';

/** A frame that stands on the screen before there is a stage. */
export interface FirstFrame {
	/** Leaves the terminal to the stage: Ink draws the same from where the cursor stands, and restores the terminal from now on. */
	handOver(): void;
	/** Restores the terminal, where no stage comes. */
	withdraw(): void;
}

/**
 * Draws one frame without Ink, which takes longer to load than everything else together. Keys that
 * come meanwhile wait, unseen, for the stage. Should the program end first, the terminal is restored.
 */
export function drawFirstFrame(view: View, {input, output}: Terminal, theme: Theme, tooSmall: string): FirstFrame {
	const withdraw = () => {
		process.off('exit', withdraw);
		setRawMode(input, false);
		output.write(LEAVE);
	};
	process.once('exit', withdraw);
	setRawMode(input, true);
	const drawn: Drawn = isTooSmall(output) ? smallFrame(spell(tooSmall, theme), output) : frame(view, output, theme);
	output.write(`${ENTER}${drawn.lines.map(row => writeRow(row, theme)).join('\r\n')}`);
	const handOver = () => {
		process.off('exit', withdraw);
		output.write(HOME);
	};
	return {handOver, withdraw};
}

function writeRow(row: Line, theme: Theme): string {
	return row.map(part => writeSpan(part, theme)).join('');
}

function writeSpan({text, tone}: Span, theme: Theme): string {
	const {color, bold, dimColor} = styleOf(tone, theme);
	return styleText(
		[
			...(color === undefined ? [] : [color]),
			...(bold ? ['bold' as const] : []),
			...(dimColor ? ['dim' as const] : []),
		],
		spell(text, theme),
		{validateStream: false},
	);
}

/** Unless keys are read raw, the terminal would echo them onto the frame. */
export function setRawMode(input: Terminal['input'], isRaw: boolean): void {
	if ('isTTY' in input && input.isTTY === true && 'setRawMode' in input && typeof input.setRawMode === 'function') {
		input.setRawMode(isRaw);
	}
}
