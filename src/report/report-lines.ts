import {printable} from '../printable.ts';
import type {AsTyped} from './as-typed.ts';
import {splitAdvice, wrapped} from './wrapped.ts';

/** Lines of a report, as wide as they may be. */
export class ReportLines {
	readonly #lines: string[] = [];
	readonly #columns: number;
	readonly #asTyped: AsTyped;

	constructor(columns: number, asTyped: AsTyped) {
		this.#columns = columns;
		this.#asTyped = asTyped;
	}

	/** All of it, with a line end. */
	text(): string {
		return [...this.#lines, ''].join('\n');
	}

	/** Keeps two parts apart; nothing before the first. */
	blank(): void {
		if (this.#lines.length > 0 && this.#lines.at(-1) !== '') {
			this.#lines.push('');
		}
	}

	/** A paragraph, each line indented; `first` stands before the first instead. */
	words(text: string, indent = 0, first?: string): void {
		this.#lines.push(...wrapped(text, indent, first, this.#columns));
	}

	/** As it is to be typed: never broken, and one that has lines of its own without a margin. */
	command(command: string): void {
		const typed = this.#asTyped(command).split('\n').map(printable);
		this.#lines.push(...(typed.length === 1 ? typed.map(line => `  ${line}`) : typed));
	}

	/** One after the other. */
	commands(commands: readonly string[]): void {
		for (const each of commands) {
			this.command(each);
		}
	}

	/** Our own advice: words, and the command that they end in on a line of its own. */
	advice(text: string, indent: number, first?: string): void {
		const {words, command} = splitAdvice(text);
		if (words !== undefined) {
			this.words(command === undefined ? this.#asTyped(words) : words, indent, first);
		}

		if (command !== undefined) {
			this.command(command);
		}
	}
}
