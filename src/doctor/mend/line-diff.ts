import {printable} from '../../printable.ts';

/**
 * How lines become others: ` ` stays, `-` goes, `+` comes; of what stays only so many lines around a change are shown.
 * Outside text is made fit to be shown.
 */
export function lineDiff(before: readonly string[], after: readonly string[], around: number): readonly string[] {
	const marked = compare(before, after);
	const changes = marked.flatMap(({mark}, index) => (mark === ' ' ? [] : [index]));
	return marked
		.filter((_line, index) => changes.some(change => Math.abs(change - index) <= around))
		.map(({mark, text}) => mark + printable(text));
}

interface Marked {
	readonly mark: ' ' | '-' | '+';
	readonly text: string;
}

/** What begins and ends alike is set aside; of the rest the longest common run of lines stays. */
function compare(before: readonly string[], after: readonly string[]): readonly Marked[] {
	const lengths = commonLengths(before, after);
	const marked: Marked[] = [];
	let [old, fresh] = [0, 0];
	while (old < before.length || fresh < after.length) {
		const [text, other] = [before[old], after[fresh]];
		if (text !== undefined && text === other) {
			marked.push({mark: ' ', text});
			old += 1;
			fresh += 1;
		} else if (
			text !== undefined &&
			(other === undefined || at(lengths, old + 1, fresh) >= at(lengths, old, fresh + 1))
		) {
			marked.push({mark: '-', text});
			old += 1;
		} else if (other !== undefined) {
			marked.push({mark: '+', text: other});
			fresh += 1;
		}
	}

	return marked;
}

/** Of each two ends of the lists, how many lines they have in common in order. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
	const rows: number[][] = Array.from({length: before.length + 1}, () => Array<number>(after.length + 1).fill(0));
	for (let old = before.length - 1; old >= 0; old -= 1) {
		for (let fresh = after.length - 1; fresh >= 0; fresh -= 1) {
			const row = rows[old];
			if (row) {
				row[fresh] =
					before[old] === after[fresh]
						? at(rows, old + 1, fresh + 1) + 1
						: Math.max(at(rows, old + 1, fresh), at(rows, old, fresh + 1));
			}
		}
	}

	return rows;
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
	return rows[row]?.[column] ?? 0;
}
