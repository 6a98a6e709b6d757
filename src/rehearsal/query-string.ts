/** Names and values of a query, percent-decoded; a plus sign stays one. Undefined when the encoding is broken. */
export function parseQuery(rawQuery: string): readonly (readonly [string, string])[] | undefined {
	return parsePairs(rawQuery);
}

/** Names and values of a form (`application/x-www-form-urlencoded`). Undefined when the encoding is broken. */
export function parseForm(body: Uint8Array): readonly (readonly [string, string])[] | undefined {
	return parsePairs(Buffer.from(body).toString('latin1').replaceAll('+', ' '));
}

function parsePairs(text: string): readonly (readonly [string, string])[] | undefined {
	try {
		return text
			.split('&')
			.filter(pair => pair !== '')
			.map(pair => {
				const end = pair.indexOf('=');
				const [name, value] = end === -1 ? [pair, ''] : [pair.slice(0, end), pair.slice(end + 1)];
				return [decodeURIComponent(name), decodeURIComponent(value)] as const;
			});
	} catch (error) {
		if (error instanceof URIError) {
			return undefined;
		}

		throw error;
	}
}
