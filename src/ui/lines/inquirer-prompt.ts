import {Writable} from 'node:stream';
import {type LinePrompt, type LineTerminal, type TextOutput, unanswered} from './line-prompt.ts';
import {openLines} from './lines-prompt.ts';

/** No colours: what is asked line by line says everything in words. */
const theme = {
	prefix: {idle: '?', done: '?'},
	style: {
		message: (text: string) => text,
		answer: (text: string) => text,
		defaultAnswer: (text: string) => text,
		error: (text: string) => text,
		help: (text: string) => text,
		highlight: (text: string) => text,
		key: (text: string) => text,
	},
};

/** Asks through the prompts of @inquirer/prompts, which draw the line at hand anew with every key. */
export function openInquirer(terminal: LineTerminal): LinePrompt {
	const {input, output, signal} = terminal;
	const context = () => ({input, output: streamTo(output), signal});
	return {
		say: text => void output.write(`${text}\n`),
		async line(message) {
			const {input: ask} = await import('@inquirer/prompts');
			return endedWell(ask({message: `${message}:`, theme}, context()), terminal);
		},
		/** The prompts drop what follows the first line of a paste. */
		pathOrPem: message => inLines(terminal, lines => lines.pathOrPem(`? ${message}`)),
		text: message => inLines(terminal, lines => lines.text(`? ${message}`)),
		async secret(message) {
			const {password} = await import('@inquirer/prompts');
			return endedWell(password({message: `${message}:`, mask: false, theme}, context()), terminal);
		},
		close: () => undefined,
	};
}

async function inLines(terminal: LineTerminal, ask: (lines: LinePrompt) => Promise<string>): Promise<string> {
	const lines = openLines(terminal);
	try {
		return await ask(lines);
	} finally {
		lines.close();
	}
}

async function endedWell<Value>(answer: Promise<Value>, terminal: LineTerminal): Promise<Value> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof Error && /^(ExitPromptError|AbortPromptError)$/.test(error.name)) {
			throw unanswered(terminal, error);
		}

		throw error;
	}
}

function streamTo(output: TextOutput): Writable {
	return new Writable({
		write(chunk, _encoding, done) {
			output.write(String(chunk));
			done();
		},
	});
}
