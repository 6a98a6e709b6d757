/** A place in a text, both counted from 1. */
export interface Place {
	readonly line: number;
	readonly column: number;
}

/** The place of a character of a text. */
export function placeAt(text: string, position: number): Place {
	const before = text.slice(0, position).split('\n');
	return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1};
}

/** Where each key of the outermost object of a JSON text stands, in order; the text must be valid JSON. */
export function locateKeys(text: string): ReadonlyMap<string, readonly Place[]> {
	const places = new Map<string, Place[]>();
	let depth = 0;
	for (const {0: token, index} of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gs)) {
		if (token === '{' || token === '[') {
			depth += 1;
		} else if (token === '}' || token === ']') {
			depth -= 1;
		} else if (depth === 1 && token.endsWith(':')) {
			const key = String(JSON.parse(token.replace(/\s*:$/, '')));
			places.set(key, [...(places.get(key) ?? []), placeAt(text, index)]);
		}
	}

	return places;
}
