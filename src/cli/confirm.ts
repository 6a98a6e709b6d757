import {ExpectedError} from '../errors.ts';
import {drawingFor} from './asking-mode.ts';
import type {CommandContext} from './context.ts';

/**
 * Asks whether to go ahead, on a terminal; No is the default.
 *
 * @param yesFlags - What to type to go ahead without being asked.
 * @throws {ExpectedError} `CONFIRMATION_NEEDED` when there is no terminal to ask at or the answer is no; `INTERRUPTED`.
 */
export async function confirmOrRefuse(question: string, yesFlags: string, context: CommandContext): Promise<void> {
	if (!context.isInteractive) {
		throw new ExpectedError('CONFIRMATION_NEEDED', 'Nothing was changed: going ahead takes a yes.', {
			next: [`Add ${yesFlags} to go ahead without being asked`],
		});
	}

	if (!(await ask(question, context))) {
		throw new ExpectedError('CONFIRMATION_NEEDED', 'Nothing was changed.', {
			next: ['Run it again when you are ready'],
		});
	}
}

async function ask(question: string, {env, signal, stderr: output, stdin: input}: CommandContext): Promise<boolean> {
	const {openLinePrompt} = await import('../ui/lines/line-prompt.ts');
	const prompt = await openLinePrompt({input, output, signal, stopped: 'Nothing was changed.'}, drawingFor(env));
	try {
		return /^y(es)?$/i.test((await prompt.line(`${question} [y/N]`)).trim());
	} finally {
		prompt.close();
	}
}
