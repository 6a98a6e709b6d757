/** A text reduced to its letters and digits in lowercase, each of which knows where it came from. */
export interface FlatText {
	readonly letters: string;
	/** The place in the original of each letter. */
	readonly places: Uint32Array;
	/** For each letter: 1 where something other than a letter or digit stands before it. */
	readonly starts: Uint8Array;
}

/** Sequences that terminals take for colours, which may themselves be written out; what JSON, HTML and addresses escape. */
const ESCAPED = new RegExp(
	[
		// Controls of terminals, the escape itself in any spelling, or lost.
		String.raw`(?:\u001b|\^\[|\\(?:x1b|e|033|u001b|u\{1b\}))(?:\[[0-9;?]{0,32}[@-~]|\][^\u0007\n]{0,200}(?:\u0007|\u001b\\)|\([A-Z0-9])?`,
		String.raw`\[\d{1,3}(?:;\d{1,3}){0,4}m`,
		String.raw`\\{1,8}(?:[nrtbf"'/\x60]|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2})`,
		String.raw`&(?:amp;){0,4}(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-z]{2,8});`,
		'%(?:2[0-9a-fA-F]|3[a-fA-F]|5[bcdBCD])',
	].join('|'),
	'gu',
);

/** What logs and listings put before each line: numbers, times, names of containers, levels. */
const PREFIX = new RegExp(
	String.raw`^[ \t]{0,40}(?:(?:` +
		[
			String.raw`\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?`,
			String.raw`[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d`,
			String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`,
			String.raw`\d{1,6}[:|)]?(?=[ \t])`,
			String.raw`\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|stderr|stdout)\]?:?(?=[ \t])`,
			String.raw`[\w./@-]{1,60}\[\d{1,7}\]:`,
			String.raw`[\w.-]{1,60}[ \t]{0,30}\|`,
			String.raw`[>|+#*$-]{1,3}(?=[ \t])`,
		].join('|') +
		String.raw`)[ \t]{0,40}){1,8}`,
	'u',
);

const LETTER = /[\p{L}\p{N}]/u;
const ASCII_LETTER = /[a-z0-9]/;

/**
 * Reduces a text to what survives copying: letters and digits, escapes and entities undone, colours taken out. Takes
 * time in proportion to the length.
 *
 * @param isLog - Whether what logs put before each line is taken out, too.
 */
export function flatten(text: string, isLog: boolean): FlatText {
	const writer = new Writer();
	let at = 0;
	for (const line of text.split('\n')) {
		const from = isLog ? (PREFIX.exec(line)?.[0].length ?? 0) : 0;
		writer.separate();
		writeLine(writer, line, from, at);
		at += line.length + 1;
	}

	return writer.text();
}

function writeLine(writer: Writer, line: string, from: number, base: number): void {
	let at = from;
	for (const match of line.slice(from).matchAll(ESCAPED)) {
		const start = from + match.index;
		writer.write(line, at, start, base);
		writer.put(unescaped(match[0]), base + start);
		at = start + match[0].length;
	}

	writer.write(line, at, line.length, base);
}

/** The one character that an escape stands for; a blank for what is no letter or is not known. */
function unescaped(written: string): string {
	const entity = /#(x?)([0-9a-f]+);$/i.exec(written);
	const coded = /\\(?:u\{?|x)([0-9a-f]+)\}?$/i.exec(written)?.[1];
	const code = entity
		? Number.parseInt(entity[2] ?? '', entity[1] === '' ? 10 : 16)
		: coded === undefined
			? 0x20
			: Number.parseInt(coded, 16);
	return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ' ';
}

/** Collects letters; grows as it must, since one character may come apart into several. */
class Writer {
	readonly #letters: string[] = [];
	readonly #places: number[] = [];
	readonly #starts: number[] = [];
	#isStart = true;

	/** Ends a word. */
	separate(): void {
		this.#isStart = true;
	}

	write(line: string, from: number, to: number, base: number): void {
		for (let at = from; at < to; ) {
			const character = String.fromCodePoint(line.codePointAt(at) ?? 0x20);
			this.put(character, base + at);
			at += character.length;
		}
	}

	/** One character of the original, at its place there. */
	put(character: string, place: number): void {
		const lower = character.toLowerCase();
		if (character < '\u0080') {
			this.#take(lower, ASCII_LETTER.test(lower), place);
			return;
		}

		for (const each of lower.normalize('NFKC')) {
			this.#take(each, LETTER.test(each), place);
		}
	}

	#take(character: string, isLetter: boolean, place: number): void {
		if (!isLetter) {
			this.#isStart = true;
			return;
		}

		this.#letters.push(character);
		for (let unit = 0; unit < character.length; unit++) {
			this.#places.push(place);
			this.#starts.push(this.#isStart ? 1 : 0);
			this.#isStart = false;
		}
	}

	text(): FlatText {
		return {
			letters: this.#letters.join(''),
			places: Uint32Array.from(this.#places),
			starts: Uint8Array.from(this.#starts),
		};
	}
}
