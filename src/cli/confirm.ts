import {Writable} from 'node:stream';
import {ExpectedError} from '../errors.ts';
import type {CommandContext, TextSink} from './context.ts';

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

async function ask(question: string, {signal, stderr, stdin}: CommandContext): Promise<boolean> {
	const {confirm} = await import('@inquirer/prompts');
	try {
		return await confirm({message: question, default: false}, {input: stdin, output: streamTo(stderr), signal});
	} catch (error) {
		if (error instanceof Error && /^(ExitPromptError|AbortPromptError)$/.test(error.name)) {
			throw new ExpectedError('INTERRUPTED', 'Nothing was changed.', {
				next: ['Run it again when you are ready'],
				cause: error,
			});
		}

		throw error;
	}
}

function streamTo(sink: TextSink): Writable {
	return new Writable({
		write(chunk, _encoding, done) {
			sink.write(String(chunk));
			done();
		},
	});
}
