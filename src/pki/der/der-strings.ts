import {type DerElement, derProblem, tags} from './der.ts';
import type {Note} from './der-values.ts';

const STRING_TAGS: ReadonlySet<number> = new Set([
	tags.utf8String,
	tags.numericString,
	tags.printableString,
	tags.teletexString,
	tags.ia5String,
	tags.visibleString,
	tags.universalString,
	tags.bmpString,
]);

const PRINTABLE_STRING = /^[A-Za-z0-9 '()+,\-./:=?]*$/;
const SURROGATES = /\p{Cs}/gu;
const REPLACEMENT = '\u{fffd}';

/** True when the element is one of ASN.1's types for text. */
export function isString(element: DerElement): boolean {
	return STRING_TAGS.has(element.identifier);
}

/**
 * The text of a string element. What its type cannot hold is noted and read as well as can be:
 * characters that do not exist become U+FFFD, T.61 is taken for Latin-1 as everyone does.
 */
export function readString(element: DerElement, what: string, note: Note): string {
	switch (element.identifier) {
		case tags.utf8String:
			return readUtf8(element, what, note);
		case tags.bmpString:
			return readWide(element, 2, what, note);
		case tags.universalString:
			return readWide(element, 4, what, note);
		case tags.teletexString:
			return latin1(element);
		case tags.printableString:
			return readPrintable(element, what, note);
		default:
			return readAscii(element, what, note);
	}
}

/** Text of an element of any tag that should hold ASCII alone, such as an implicitly tagged IA5String. */
export function readAscii(element: DerElement, what: string, note: Note): string {
	if (!isAscii(element)) {
		note(derProblem('bad-value', element.offset, `${what} holds bytes above 0x7f, which its type does not have`));
	}

	return latin1(element);
}

function readPrintable(element: DerElement, what: string, note: Note): string {
	const text = latin1(element);
	if (!PRINTABLE_STRING.test(text)) {
		note(derProblem('bad-value', element.offset, `${what} holds characters that a PrintableString does not have`));
	}

	return text;
}

function readUtf8(element: DerElement, what: string, note: Note): string {
	if (isAscii(element)) {
		return latin1(element);
	}

	const text = bufferOf(element).toString('utf8');
	if (text.includes(REPLACEMENT) && Buffer.compare(Buffer.from(text), element.contents) !== 0) {
		note(derProblem('bad-value', element.offset, `${what} is not valid UTF-8`));
	}

	return text;
}

function readWide(element: DerElement, width: 2 | 4, what: string, note: Note): string {
	const bytes = bufferOf(element);
	const count = Math.floor(bytes.length / width);
	const units: string[] = [];
	for (let index = 0; index < count; index += 1) {
		const code = width === 2 ? bytes.readUInt16BE(index * 2) : bytes.readUInt32BE(index * 4);
		units.push(code > 0x10_ff_ff ? REPLACEMENT : width === 2 ? String.fromCharCode(code) : String.fromCodePoint(code));
	}

	const text = units.join('').replace(SURROGATES, REPLACEMENT);
	if (bytes.length % width !== 0 || text.includes(REPLACEMENT)) {
		note(derProblem('bad-value', element.offset, `${what} holds characters that do not exist`));
	}

	return text;
}

function isAscii({source, contentsOffset, end}: DerElement): boolean {
	for (let position = contentsOffset; position < end; position += 1) {
		if ((source[position] ?? 0) >= 0x80) {
			return false;
		}
	}

	return true;
}

function latin1(element: DerElement): string {
	return bufferOf(element).toString('latin1');
}

function bufferOf({source, contentsOffset, contentsLength}: DerElement): Buffer {
	return Buffer.from(source.buffer, source.byteOffset + contentsOffset, contentsLength);
}
