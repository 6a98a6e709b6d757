import type {Terminal} from '../ui/terminal.ts';
import type {CommandContext} from './context.ts';

/** Smaller windows are asked line by line (the same as `SMALLEST` in src/ui/frame.ts, which would load all of Ink). */
const LEAST = {columns: 40, rows: 12};

/**
 * The terminal when screens can be drawn on it: none for screen readers, dumb terminals and windows that are too
 * small, where questions are asked line by line.
 */
export function drawableTerminal(
	{terminal, env}: Pick<CommandContext, 'terminal' | 'env'>,
	isPlain: boolean,
): Terminal | undefined {
	if (terminal === undefined || isPlain || env['TERM'] === 'dumb' || env['INK_SCREEN_READER'] === 'true') {
		return undefined;
	}

	const {columns, rows} = terminal.output;
	return columns >= LEAST.columns && rows >= LEAST.rows ? terminal : undefined;
}
