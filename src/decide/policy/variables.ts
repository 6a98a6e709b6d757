import type {ContextKeys} from './context-keys.ts';
import type {Piece} from './wildcard.ts';

const VARIABLE = /\$\{([^{}]*)\}/g;
const REFERENCE = /^\s*([^,\s]+)\s*(?:,\s*'([^']*)'\s*)?$/;

/**
 * Puts the request's values in for `${key}` and `${key, 'default'}`, and the characters
 * themselves for `${*}`, `${?}` and `${$}` (IAM user guide, policy variables).
 *
 * @returns undefined when the request has no value, or several, for a variable without
 * default: what holds it then matches nothing.
 */
export function fillVariables(text: string, keys: ContextKeys): readonly Piece[] | undefined {
	const pieces: Piece[] = [];
	let end = 0;
	for (const match of text.matchAll(VARIABLE)) {
		const value = valueIn(match[1] ?? '', keys);
		if (value === undefined) {
			return undefined;
		}

		pieces.push({text: text.slice(end, match.index), isLiteral: false}, {text: value, isLiteral: true});
		end = match.index + match[0].length;
	}

	return [...pieces, {text: text.slice(end), isLiteral: false}];
}

/** True when the text refers to a value of the request. */
export function hasVariables(text: string): boolean {
	return text.search(VARIABLE) >= 0;
}

function valueIn(reference: string, keys: ContextKeys): string | undefined {
	if (reference === '*' || reference === '?' || reference === '$') {
		return reference;
	}

	const [, key = '', byDefault] = REFERENCE.exec(reference) ?? [];
	const values = keys.find(key) ?? [];
	return values.length === 1 ? values[0] : byDefault;
}
