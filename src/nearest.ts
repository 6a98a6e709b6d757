/** The candidate that differs from `typed` in the fewest letters, when it is near enough to be meant. */
export function nearest(typed: string, candidates: readonly string[]): string | undefined {
	const ranked = candidates
		.map(candidate => ({candidate, distance: editDistance(typed, candidate)}))
		.toSorted((one, other) => one.distance - other.distance);
	const best = ranked[0];
	return best && best.distance <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
}

/** Levenshtein's distance: single-letter insertions, deletions and substitutions. */
function editDistance(from: string, to: string): number {
	let row = Array.from({length: to.length + 1}, (_unused, index) => index);
	for (let index = 1; index <= from.length; index++) {
		const next = [index];
		for (let column = 1; column <= to.length; column++) {
			const substitution = (row[column - 1] ?? 0) + (from[index - 1] === to[column - 1] ? 0 : 1);
			next.push(Math.min(substitution, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
		}

		row = next;
	}

	return row[to.length] ?? 0;
}
