/** One symbol of a pattern: a character that stands for itself, `*` (any run) or `?` (any one character). */
type Symbol =
	| {readonly kind: 'character'; readonly character: string}
	| {readonly kind: 'run'}
	| {readonly kind: 'one'};

/** Text with wildcards, ready to be compared. */
export type Pattern = readonly Symbol[];

/** A piece of a policy's value: written there, where `*` and `?` are wildcards, or put in for a variable, where they are not. */
export interface Piece {
	readonly text: string;
	readonly isLiteral: boolean;
}

/** Reads pieces of text as one pattern. */
export function patternOf(pieces: readonly Piece[]): Pattern {
	return pieces.flatMap(({text, isLiteral}) => [...text].map(character => toSymbol(character, isLiteral)));
}

/** True when the pattern describes the whole text. Takes time in proportion to both lengths, whatever they hold. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
	const characters = [...text];
	let [position, next] = [0, 0];
	let [resumeAt, resumeFrom] = [-1, 0];
	while (position < characters.length) {
		const symbol = pattern[next];
		if (symbol?.kind === 'run') {
			[resumeAt, resumeFrom] = [next, position];
			next += 1;
		} else if (symbol && (symbol.kind === 'one' || symbol.character === characters[position])) {
			next += 1;
			position += 1;
		} else if (resumeAt >= 0) {
			resumeFrom += 1;
			[next, position] = [resumeAt + 1, resumeFrom];
		} else {
			return false;
		}
	}

	return pattern.slice(next).every(({kind}) => kind === 'run');
}

/** Compares ARNs part by part, so that no wildcard reaches over a colon except in the resource. */
export function matchesArn(pattern: Pattern, arn: string): boolean {
	const expected = splitArn(pattern, symbol => symbol.kind === 'character' && symbol.character === ':');
	const actual = splitArn([...arn], character => character === ':');
	return (
		expected.length === ARN_PARTS &&
		actual.length === ARN_PARTS &&
		expected.every((part, index) => matchesPattern(part, (actual[index] ?? []).join('')))
	);
}

const ARN_PARTS = 6;

/** Splits at the first five colons; what is left is the resource. */
function splitArn<Item>(items: readonly Item[], isColon: (item: Item) => boolean): readonly (readonly Item[])[] {
	const parts: Item[][] = [[]];
	for (const item of items) {
		if (isColon(item) && parts.length < ARN_PARTS) {
			parts.push([]);
		} else {
			parts.at(-1)?.push(item);
		}
	}

	return parts;
}

function toSymbol(character: string, isLiteral: boolean): Symbol {
	if (!isLiteral && character === '*') {
		return {kind: 'run'};
	}

	return !isLiteral && character === '?' ? {kind: 'one'} : {kind: 'character', character};
}
