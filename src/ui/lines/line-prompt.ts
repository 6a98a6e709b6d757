import type {Readable} from 'node:stream';
import {ExpectedError} from '../../errors.ts';

/** Somewhere to write text. */
export interface TextOutput {
	write(text: string): unknown;
}

/** What asking line by line needs of a terminal. */
export interface LineTerminal {
	readonly input: Readable & {setRawMode?(isRaw: boolean): unknown};
	readonly output: TextOutput;
	/** Aborted by signals from outside. */
	readonly signal: AbortSignal;
	/** What it means that a question is not answered: "Nothing was changed." */
	readonly stopped: string;
}

/** Asks for one line at a time. */
export interface LinePrompt {
	/** Writes text for the person, a line end added. */
	say(text: string): void;
	/**
	 * One line as it was typed, without its end.
	 *
	 * @param message - What stands before it.
	 * @throws {ExpectedError} `INTERRUPTED` on Ctrl-C, at the end of the input, and when aborted.
	 */
	line(message: string): Promise<string>;
	/** The same for a path, in whose place the text of a PEM file can be pasted. @throws {ExpectedError} `INTERRUPTED`. */
	pathOrPem(message: string): Promise<string>;
	/** Several lines, as pasted, up to an empty one. @throws {ExpectedError} `INTERRUPTED`. */
	text(message: string): Promise<string>;
	/** One line without showing what is typed. @throws {ExpectedError} `INTERRUPTED`. */
	secret(message: string): Promise<string>;
	/** Lets go of the terminal. */
	close(): void;
}

/** What ends a question that will not be answered. */
export function unanswered({stopped}: Pick<LineTerminal, 'stopped'>, cause?: unknown): ExpectedError {
	return new ExpectedError('INTERRUPTED', stopped, {next: ['Run it again when you are ready'], cause});
}

/**
 * Opens a prompt.
 *
 * @param drawing - `none` for terminals and readers that cannot follow a line that is drawn anew with every key.
 */
export async function openLinePrompt(terminal: LineTerminal, drawing: 'line' | 'none'): Promise<LinePrompt> {
	if (drawing === 'none') {
		const {openLines} = await import('./lines-prompt.ts');
		return openLines(terminal);
	}

	const {openInquirer} = await import('./inquirer-prompt.ts');
	return openInquirer(terminal);
}
