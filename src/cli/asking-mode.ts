import type {Terminal} from '../ui/terminal.ts';
import type {CommandContext} from './context.ts';

/** How questions are put: on screens, line by line, or not at all. */
export type AskingMode<Drawn = Terminal> =
	| {readonly kind: 'screens'; readonly terminal: Drawn}
	/** `drawing` is `none` where not even the line at hand may be drawn anew. */
	| {readonly kind: 'lines'; readonly drawing: 'line' | 'none'}
	| {readonly kind: 'unattended'};

interface DrawableTerminal {
	readonly output: {readonly columns: number; readonly rows: number};
}

interface AskedPerson<Drawn> extends Pick<CommandContext, 'isInteractive' | 'env'> {
	readonly terminal?: Drawn | undefined;
}

/** Smaller windows are asked line by line (the same as `SMALLEST` in src/ui/frame.ts, which would load all of Ink). */
const LEAST = {columns: 40, rows: 12};

/**
 * How this person can be asked. Nobody is asked without a terminal at both ends or in CI. `TERM=dumb` and screen
 * readers (INK_SCREEN_READER or ACCESSIBLE) get lines that nothing is ever drawn over; `--plain` and small windows
 * get lines too.
 */
export function askingMode<Drawn extends DrawableTerminal>(
	{isInteractive, terminal, env}: AskedPerson<Drawn>,
	{isPlain}: {readonly isPlain: boolean},
): AskingMode<Drawn> {
	if (!isInteractive) {
		return {kind: 'unattended'};
	}

	if (drawingFor(env) === 'none') {
		return {kind: 'lines', drawing: 'none'};
	}

	return isPlain || terminal === undefined || isSmall(terminal)
		? {kind: 'lines', drawing: 'line'}
		: {kind: 'screens', terminal};
}

/** Whether the line at hand may be drawn anew with every key. */
export function drawingFor(env: CommandContext['env']): 'line' | 'none' {
	const isStill = env['TERM'] === 'dumb' || isOn(env['INK_SCREEN_READER']) || isOn(env['ACCESSIBLE']);
	return isStill ? 'none' : 'line';
}

/** A terminal that tells no size is taken for a usual one. */
function isSmall({output: {columns, rows}}: DrawableTerminal): boolean {
	return (columns || LEAST.columns) < LEAST.columns || (rows || LEAST.rows) < LEAST.rows;
}

function isOn(value: string | undefined): boolean {
	return value !== undefined && !['', '0', 'false', 'no'].includes(value.toLowerCase());
}
