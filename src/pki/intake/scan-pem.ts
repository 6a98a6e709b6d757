/** What stands between the boundaries of a block, and how well it is written. */
export interface ScannedBlock {
	readonly label: string;
	/** What its base64 stands for; absent when that cannot be told. */
	readonly bytes: Uint8Array | undefined;
	readonly headers: readonly (readonly [name: string, value: string])[];
	/** Where BEGIN starts, in characters. */
	readonly offset: number;
	/** The line of BEGIN, counted from 1. */
	readonly line: number;
	/** In which ways it departs from what every reader takes. */
	readonly flaws: readonly Flaw[];
}

/** How a block departs from what every reader takes. */
export type Flaw =
	/** White space before a boundary. */
	| 'indented'
	/** Line breaks written as `\n`. */
	| 'escaped-lines'
	/** The whole block stands in one line. */
	| 'one-line'
	/** Other text before or after a boundary in its line. */
	| 'crowded-boundary'
	/** Another number of dashes, dashes of a typesetter, or spaces in places that should have none. */
	| 'odd-boundary'
	/** END bears another label than BEGIN. */
	| 'other-end'
	/** Quotes, quotation marks of mail and the like between the letters of the base64. */
	| 'littered-base64'
	/** The base64 has the letters for web addresses, or lacks what fills up its end. */
	| 'odd-base64';

/** A boundary without its other half, or something that was meant as one. */
export interface LooseEnd {
	readonly kind: 'no-end' | 'no-begin';
	readonly label: string;
	readonly offset: number;
	readonly line: number;
}

export interface PemScan {
	readonly blocks: readonly ScannedBlock[];
	readonly looseEnds: readonly LooseEnd[];
	/** The line of the first text outside of the blocks; absent when there is none. */
	readonly textAround?: number;
	/** True when no strict reader could object: then nobody needs to be asked. */
	readonly isClean: boolean;
}

/** Dashes as typed or as a typesetter replaces them (UTF-8 read as Latin-1), BEGIN or END, a label, dashes. */
const BOUNDARY =
	/(?:-|\xe2\x80[\x90-\x95]){2,10}[ \t]{0,3}(BEGIN|END)[ \t]{1,3}([A-Z0-9.+/_#-][A-Z0-9 .+/_#-]{0,62}?)[ \t]{0,3}(?:-|\xe2\x80[\x90-\x95]){2,10}/gi;
const EXACT = /^-----(?:BEGIN|END) [A-Z0-9.+/_#-](?:[A-Z0-9 .+/_#-]*[A-Z0-9.+/_#])?-----$/i;
/** What a person may have meant as a boundary. */
const MEANT = /(?:-|\xe2\x80[\x90-\x95]){2}\s*(?:BEGIN|END)\b/i;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Finds every block of a text, also those that a strict reader refuses: in one line, quoted, indented, with `\n` in
 * letters. Takes time in proportion to the text.
 *
 * @param text - Each byte one character, so that offsets count bytes.
 */
export function scanPem(text: string): PemScan {
	const scanner = new Scanner(text);
	for (const match of text.matchAll(BOUNDARY)) {
		scanner.take(match);
	}

	return scanner.finish();
}

interface Boundary {
	readonly label: string;
	readonly offset: number;
	readonly end: number;
	readonly line: number;
	readonly flaws: readonly Flaw[];
}

class Scanner {
	readonly #text: string;
	readonly #lineEnd: string;
	readonly #blocks: ScannedBlock[] = [];
	readonly #looseEnds: LooseEnd[] = [];
	#open: Boundary | undefined;
	/** The end of the last boundary that was taken. */
	#position = 0;
	#line = 1;
	#nextLineEnd: number;
	#textAround: number | undefined;
	#isClean = true;

	constructor(text: string) {
		this.#text = text;
		this.#lineEnd = text.includes('\n') ? '\n' : '\r';
		this.#nextLineEnd = this.#lineEndAfter(0);
	}

	take(match: RegExpExecArray): void {
		const [written, word = '', label = ''] = match;
		const isBegin = word.toUpperCase() === 'BEGIN';
		if (isBegin || !this.#open) {
			this.#passOver(this.#position, match.index);
		}

		const boundary = {
			label: label.toUpperCase(),
			offset: match.index,
			end: match.index + written.length,
			line: this.#lineAt(match.index),
			flaws: this.#flawsAround(match.index, written, isBegin),
		};
		if (isBegin) {
			this.#leaveOpen();
			this.#open = boundary;
		} else if (this.#open) {
			this.#close(this.#open, boundary);
			this.#open = undefined;
		} else {
			this.#loose('no-begin', boundary);
		}

		this.#position = boundary.end;
	}

	finish(): PemScan {
		this.#leaveOpen();
		this.#passOver(this.#position, this.#text.length);
		return {
			blocks: this.#blocks,
			looseEnds: this.#looseEnds,
			...(this.#textAround !== undefined && {textAround: this.#textAround}),
			isClean: this.#isClean && this.#looseEnds.length === 0 && this.#blocks.every(({flaws}) => flaws.length === 0),
		};
	}

	#close(begin: Boundary, end: Boundary): void {
		const body = readBody(this.#text.slice(begin.end, end.offset));
		const flaws = new Set([...begin.flaws, ...end.flaws, ...body.flaws]);
		if (begin.label !== end.label) {
			flaws.add('other-end');
		}

		if (begin.line === end.line) {
			flaws.add(flaws.has('escaped-lines') ? 'escaped-lines' : 'one-line');
		}

		this.#isClean &&= body.bytes !== undefined;
		this.#blocks.push({
			label: begin.label,
			bytes: body.bytes,
			headers: body.headers,
			offset: begin.offset,
			line: begin.line,
			flaws: [...flaws],
		});
	}

	#leaveOpen(): void {
		if (this.#open) {
			this.#loose('no-end', this.#open);
			this.#open = undefined;
		}
	}

	#loose(kind: LooseEnd['kind'], {label, offset, line}: Boundary): void {
		this.#looseEnds.push({kind, label, offset, line});
	}

	/** Looks at text outside of the blocks. */
	#passOver(start: number, end: number): void {
		const between = this.#text.slice(start, end);
		if (/^(?:\s|\\[rnt])*$/.test(between)) {
			return;
		}

		if (!this.#open) {
			this.#textAround ??= this.#line + (/^\s*/.exec(between)?.[0].split(this.#lineEnd).length ?? 1) - 1;
		}

		this.#isClean &&= !MEANT.test(between);
	}

	/** The line that an offset is in; offsets are asked for in their order. */
	#lineAt(offset: number): number {
		while (this.#nextLineEnd < offset) {
			this.#line += 1;
			this.#nextLineEnd = this.#lineEndAfter(this.#nextLineEnd + 1);
		}

		return this.#line;
	}

	/** Looked for once, however long the line: a search from each boundary in it would take quadratic time. */
	#lineEndAfter(offset: number): number {
		const found = this.#text.indexOf(this.#lineEnd, offset);
		return found === -1 ? this.#text.length : found;
	}

	#flawsAround(offset: number, written: string, isBegin: boolean): readonly Flaw[] {
		const flaws: Flaw[] = EXACT.test(written) ? [] : ['odd-boundary'];
		const before = this.#text.slice(Math.max(0, offset - 64), offset);
		const indent = /(?:^|[\r\n])([^\r\n]*)$/.exec(before)?.[1] ?? before;
		if (/^[ \t]+$/.test(indent)) {
			flaws.push('indented');
		} else if (indent !== '' && isBegin) {
			flaws.push('crowded-boundary');
		}

		const after = this.#text.slice(offset + written.length, offset + written.length + 4);
		if (/^(?:\\r)?\\n/.test(after)) {
			flaws.push('escaped-lines');
		} else if (!isBegin && !/^[ \t]*(?:[\r\n]|$)/.test(after)) {
			flaws.push('crowded-boundary');
		}

		return flaws;
	}
}

interface Body {
	readonly bytes: Uint8Array | undefined;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly flaws: readonly Flaw[];
}

function readBody(body: string): Body {
	const plain = body.replace(/[\r\n]+/g, '');
	if (isSound(plain)) {
		return {bytes: decode(plain), headers: [], flaws: []};
	}

	const unescaped = body.replace(/(?:\\r)?\\n|\\r/g, '\n');
	const flaws: Flaw[] = unescaped === body ? [] : ['escaped-lines'];
	const {headers, rest} = splitHeaders(unescaped);
	const base64 = rest.replace(/\s+/g, '');
	if (isSound(base64)) {
		return {bytes: decode(base64), headers, flaws};
	}

	const bare = withoutFilling(base64.replace(/[^A-Za-z0-9+/_=-]+/g, ''));
	const standard = bare.replaceAll('-', '+').replaceAll('_', '/');
	const filled = standard.padEnd(Math.ceil(standard.length / 4) * 4, '=');
	if (!isSound(filled)) {
		return {bytes: undefined, headers, flaws};
	}

	const isLittered = withoutFilling(base64).length !== bare.length;
	return {bytes: decode(filled), headers, flaws: [...flaws, isLittered ? 'littered-base64' : 'odd-base64']};
}

/** By hand: a pattern would take quadratic time over many of these that do not stand at the end. */
function withoutFilling(base64: string): string {
	let end = base64.length;
	while (base64[end - 1] === '=') {
		end -= 1;
	}

	return base64.slice(0, end);
}

function isSound(base64: string): boolean {
	return base64 !== '' && base64.length % 4 === 0 && BASE64.test(base64);
}

function decode(base64: string): Uint8Array {
	const decoded = Buffer.from(base64, 'base64');
	return new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length);
}

const HEADER = /^([A-Za-z][A-Za-z0-9-]{0,63}): ?(.*)$/;

/** Headers come first and end before the first line that is none (RFC 1421, section 4.4). */
function splitHeaders(body: string): {readonly headers: Body['headers']; readonly rest: string} {
	if (!body.includes(':')) {
		return {headers: [], rest: body};
	}

	const headers: (readonly [string, string])[] = [];
	const lines = body.split('\n');
	let taken = 0;
	for (const line of lines) {
		const header = HEADER.exec(line.trim());
		if (header) {
			headers.push([header[1] ?? '', header[2] ?? '']);
		} else if (line.trim() !== '') {
			break;
		}

		taken += 1;
	}

	return {headers, rest: lines.slice(taken).join('\n')};
}
