import {StringDecoder} from 'node:string_decoder';
import {isPem} from '../pem.ts';
import {lines as texts} from '../texts/en.ts';
import {type LinePrompt, type LineTerminal, unanswered} from './line-prompt.ts';

/**
 * Asks with nothing but lines: the terminal itself echoes and corrects what is typed, and no cursor is ever moved. For
 * `TERM=dumb` and screen readers.
 */
export function openLines(terminal: LineTerminal): LinePrompt {
	const {input, output} = terminal;
	const lines = new Lines(terminal);
	return {
		say: text => void output.write(`${text}\n`),
		line(message) {
			output.write(`${message}: `);
			return lines.next();
		},
		async pathOrPem(message) {
			output.write(`${message}: `);
			const typed = [await lines.next()];
			while (isPem(typed[0] ?? '') && !/-----END [^-]+-----/.test(typed.at(-1) ?? '')) {
				typed.push(await lines.next());
			}

			return typed.join('\n');
		},
		async text(message) {
			output.write(`${message}:\n`);
			const typed = [await lines.next()];
			// An empty line with more behind it stands in the middle of a paste.
			while (typed.at(-1)?.trim() !== '' || lines.hasMore) {
				typed.push(await lines.next());
			}

			return typed.join('\n').trim();
		},
		async secret(message) {
			output.write(`${message} (${texts.notShown}): `);
			input.setRawMode?.(true);
			try {
				return await lines.next();
			} finally {
				input.setRawMode?.(false);
				output.write('\n');
			}
		},
		close: () => lines.close(),
	};
}

/** Lines as they come, also those that were typed before they are asked for. */
class Lines {
	readonly #terminal: LineTerminal;
	readonly #decoder = new StringDecoder('utf8');
	readonly #take = (chunk: Buffer) => this.#add(this.#decoder.write(Buffer.from(chunk)));
	readonly #end = () => this.#stop();
	#text = '';
	#hasEnded = false;
	#waiting: {take(line: string): void; fail(error: Error): void} | undefined;

	constructor(terminal: LineTerminal) {
		this.#terminal = terminal;
		terminal.input.on('data', this.#take).on('end', this.#end).resume();
		terminal.signal.addEventListener('abort', this.#end);
	}

	/** Whether something has come already that nobody asked for yet. */
	get hasMore(): boolean {
		return this.#text !== '';
	}

	next(): Promise<string> {
		return new Promise((take, fail) => {
			this.#waiting = {take, fail};
			this.#add('');
		});
	}

	close(): void {
		const {input, signal} = this.#terminal;
		input.off('data', this.#take).off('end', this.#end).pause();
		signal.removeEventListener('abort', this.#end);
	}

	#add(text: string): void {
		this.#text += text;
		const end = /\r\n?|\n/.exec(this.#text);
		if (this.#text.includes(INTERRUPT)) {
			this.#stop();
		} else if (end && this.#waiting) {
			const line = this.#text.slice(0, end.index);
			this.#text = this.#text.slice(end.index + end[0].length);
			this.#settle(({take}) => take(edited(line)));
		} else if (this.#hasEnded) {
			this.#settle(({fail}) => fail(unanswered(this.#terminal)));
		}
	}

	#stop(): void {
		this.#hasEnded = true;
		this.#settle(({fail}) => fail(unanswered(this.#terminal)));
	}

	#settle(how: (waiting: {take(line: string): void; fail(error: Error): void}) => void): void {
		const waiting = this.#waiting;
		this.#waiting = undefined;
		if (waiting) {
			how(waiting);
		}
	}
}

const INTERRUPT = '\u0003';

/** What is left of a line that was typed without the terminal correcting it: Backspace and Ctrl-U do what they say. */
function edited(line: string): string {
	let text: string[] = [];
	for (const character of line) {
		if (character === '\u007F' || character === '\b') {
			text.pop();
		} else if (character === '\u0015') {
			text = [];
		} else {
			text.push(character);
		}
	}

	return text.join('');
}
