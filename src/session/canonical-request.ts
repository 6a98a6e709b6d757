import {createHash} from 'node:crypto';

/** A header as it goes over the wire: its name in any case, its value. */
export type Header = readonly [name: string, value: string];

/** What a canonical request is made of. */
export interface RequestParts {
	readonly method: string;
	/** The path as it goes over the wire, percent-encoding included. */
	readonly path: string;
	/** What stands after the `?` on the wire, percent-encoding included; empty when there is none. */
	readonly rawQuery: string;
	readonly headers: readonly Header[];
	/** Lowercase names, sorted. */
	readonly signedHeaders: readonly string[];
	/** Lowercase hex of the SHA-256 of the body's bytes. */
	readonly payloadHash: string;
}

/**
 * The text whose hash is signed, by SigV4 with a secret or with a certificate's key (fact sheet, WIRE-08).
 *
 * Path and query are taken as they are on the wire, so that a request of which any byte was
 * changed has another canonical form. A signer therefore encodes them first, see {@link encodeQuery}.
 */
export function canonicalRequest({method, path, rawQuery, headers, signedHeaders, payloadHash}: RequestParts): string {
	return [
		method,
		path.split('/').map(percentEncode).join('/'),
		canonicalQuery(rawQuery),
		...signedHeaders.map(name => `${name}:${canonicalValue(name, headers)}`),
		'',
		signedHeaders.join(';'),
		payloadHash,
	].join('\n');
}

/** Query parameters as WIRE-09 has them: sorted by name, RFC 3986 encoding with capital hex digits. */
export function encodeQuery(parameters: Readonly<Record<string, string>>): string {
	return canonicalQuery(
		Object.entries(parameters)
			.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
			.join('&'),
	);
}

/** Lowercase hex of the SHA-256 of bytes, or of a text's UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}

/** Pairs in order of name, then value; nothing is decoded, so `%3a` stays other than `%3A`. */
function canonicalQuery(rawQuery: string): string {
	if (rawQuery === '') {
		return '';
	}

	return rawQuery
		.split('&')
		.map((pair): readonly [string, string] => {
			const end = pair.indexOf('=');
			return end === -1 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
		})
		.toSorted(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
		.map(([name, value]) => `${name}=${value}`)
		.join('&');
}

function canonicalValue(name: string, headers: readonly Header[]): string {
	return headers
		.filter(([candidate]) => candidate.toLowerCase() === name)
		.map(([, value]) => value.replace(/^[ \t]+|[ \t]+$/g, '').replace(/ +/g, ' '))
		.join(',');
}

function percentEncode(text: string): string {
	return Array.from(Buffer.from(text, 'utf8'), byte => {
		const character = String.fromCharCode(byte);
		return /[A-Za-z0-9\-_.~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
	}).join('');
}

function compare(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}
