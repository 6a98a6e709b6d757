import {ok, problem, type Result} from '../../result.ts';
import {readDer} from '../der/der.ts';
import {isString, readString} from '../der/der-strings.ts';
import {attributeOid, attributeShortName} from '../der/oids.ts';

/** One attribute of a name as text gives it. */
export interface ParsedAttribute {
	readonly oid: string;
	readonly shortName?: string;
	/** The text; for a value given as `#` and hex of another type than text, that form itself. */
	readonly value: string;
	/** The encoded value, where the text gave it as `#` and hex. */
	readonly der?: Uint8Array;
}

/** What an attribute must offer to be written as text. */
export interface WritableAttribute {
	readonly oid: string;
	readonly shortName?: string | undefined;
	readonly value: string;
	/** `#` and hex of the encoded value, for attributes without a short name or of another type than text. */
	readonly hexValue?: string | undefined;
}

/**
 * Writes a name as RFC 4514 text, last RDN first: `CN=host,O=Example`.
 *
 * Control characters are escaped too, as that RFC allows, so the text has one line. The rest of Unicode stays as it is.
 */
export function distinguishedNameText(rdns: readonly (readonly WritableAttribute[])[]): string {
	return rdns
		.toReversed()
		.map(rdn => rdn.map(attributeText).join('+'))
		.join(',');
}

function attributeText({oid, shortName, value, hexValue}: WritableAttribute): string {
	return `${shortName ?? oid}=${hexValue ?? escapeValue(value)}`;
}

function escapeValue(value: string): string {
	return value.replace(/["+,;<>\\]|^[ #]| $|[\0-\x1f\x7f]/g, character =>
		character < ' ' || character === '\x7f'
			? `\\${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`
			: `\\${character}`,
	);
}

/** What is wrong with the text of a name; the message needs no more context than the text. */
export interface NameProblem {
	readonly message: string;
}

/**
 * Parses RFC 4514 text into RDNs in the order of the encoding, which is the reverse of the text's.
 *
 * Types may be short names in any case, `oid.`-prefixed or plain object identifiers; spaces around types and values
 * are dropped as RFC 2253 allowed. Never throws.
 */
export function parseDistinguishedName(text: string): Result<readonly (readonly ParsedAttribute[])[], NameProblem> {
	if (/^ *$/.test(text)) {
		return ok([]);
	}

	const rdns: ParsedAttribute[][] = [];
	let rdn: ParsedAttribute[] = [];
	for (const {part, separator} of splitUnescaped(text)) {
		const attribute = parseAttribute(part);
		if (!attribute.ok) {
			return attribute;
		}

		rdn.push(attribute.value);
		if (separator !== '+') {
			rdns.push(rdn);
			rdn = [];
		}
	}

	return ok(rdns.toReversed());
}

/** Cuts at every `,` and `+` that no backslash protects. */
function splitUnescaped(text: string): readonly {part: string; separator: string}[] {
	const parts: {part: string; separator: string}[] = [];
	let start = 0;
	for (let position = 0; position <= text.length; position += 1) {
		const character = text[position] ?? '';
		if (character === '\\') {
			position += 1;
		} else if (character === ',' || character === '+' || character === '') {
			parts.push({part: text.slice(start, position), separator: character});
			start = position + 1;
		}
	}

	if (start <= text.length) {
		parts.push({part: text.slice(start), separator: ''});
	}

	return parts;
}

const ATTRIBUTE = /^ *(?:oid\.)?([A-Za-z][A-Za-z0-9-]*|[0-2](?:\.(?:0|[1-9]\d*))+) *=(.*)$/is;

function parseAttribute(part: string): Result<ParsedAttribute, NameProblem> {
	const match = ATTRIBUTE.exec(part);
	const [, type = '', written = ''] = match ?? [];
	if (!match) {
		return problem({message: `"${part.trim()}" is not of the form TYPE=value, such as CN=host`});
	}

	const oid = /^\d/.test(type) ? type : attributeOid(type);
	if (oid === undefined) {
		return problem({message: `"${type}" is not a known attribute type; write its object identifier instead`});
	}

	const shortName = attributeShortName(oid);
	const named = {oid, ...(shortName !== undefined && {shortName})};
	const value = written.replace(/^ +/, '');
	if (value.startsWith('#')) {
		return parseHexValue(withoutTrailingSpaces(value), named);
	}

	const unescaped = unescapeValue(withoutTrailingSpaces(value));
	return unescaped.ok ? ok({...named, value: unescaped.value}) : unescaped;
}

/** Spaces at the end do not count unless a backslash protects the first of them. */
function withoutTrailingSpaces(value: string): string {
	let end = value.length;
	while (value[end - 1] === ' ') {
		end -= 1;
	}

	let backslashes = 0;
	while (value[end - 1 - backslashes] === '\\') {
		backslashes += 1;
	}

	return value.slice(0, backslashes % 2 === 1 ? end + 1 : end);
}

function parseHexValue(
	value: string,
	named: {readonly oid: string; readonly shortName?: string},
): Result<ParsedAttribute, NameProblem> {
	const der = /^#(?:[0-9a-f]{2})+$/i.test(value) ? new Uint8Array(Buffer.from(value.slice(1), 'hex')) : undefined;
	const element = der && readDer(der);
	if (!der || !element?.ok) {
		return problem({message: `"${value}" should be # and the hex of one DER value; write \\# for a literal #`});
	}

	const text = isString(element.value) ? readString(element.value, 'The value', () => {}) : value.toLowerCase();
	return ok({...named, value: text, der});
}

function unescapeValue(value: string): Result<string, NameProblem> {
	const pieces: Buffer[] = [];
	const token = /\\([0-9a-f]{2})|\\([ "#+,;<=>\\])|([^\\"<>;]+)/giy;
	for (let position = 0; position < value.length; position = token.lastIndex) {
		const found = token.exec(value);
		if (!found) {
			return problem({message: faultAt(value, position)});
		}

		const [, hex, special, plain] = found;
		pieces.push(hex === undefined ? Buffer.from(special ?? plain ?? '') : Buffer.from(hex, 'hex'));
	}

	try {
		return ok(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(Buffer.concat(pieces)));
	} catch {
		return problem({message: `"${value}" has escaped bytes that are not UTF-8`});
	}
}

function faultAt(value: string, position: number): string {
	return value[position] === '\\'
		? `"${value}" has a backslash that escapes nothing; write \\\\ for a backslash`
		: `"${value}" holds a bare "${value[position]}": put a backslash before it`;
}
