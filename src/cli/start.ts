import {setupText} from '../report/setup-summary.ts';
import type {Terminal} from '../ui/terminal.ts';
import {runInkStart} from '../wizard/ink/run-ink-wizard.ts';
import {asCalled} from './called-as.ts';
import type {CommandContext} from './context.ts';

/**
 * The start screen, for who types nothing but the name of the program in a terminal.
 *
 * @returns what to say once the screen is gone; empty when nothing was done.
 * @throws {ExpectedError} as `runInkStart`.
 */
export async function start(terminal: Terminal, context: CommandContext): Promise<string> {
	const end = await runInkStart({
		terminal,
		color: 'auto',
		surroundings: context,
		asCalled: text => asCalled(text, context.calledAs()),
	});
	return end.kind === 'done' ? setupText(end.summary) : '';
}
