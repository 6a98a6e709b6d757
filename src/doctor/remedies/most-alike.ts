/** Of some texts the one that begins and ends most like another; undefined when there are none. */
export function mostAlike(text: string, others: readonly string[]): string | undefined {
	const alike = (other: string): number => {
		const limit = Math.min(text.length, other.length);
		let start = 0;
		while (start < limit && text[start] === other[start]) {
			start += 1;
		}

		let end = 0;
		while (end < limit - start && text.at(-1 - end) === other.at(-1 - end)) {
			end += 1;
		}

		return start + end;
	};
	return others.toSorted((one, other) => alike(other) - alike(one))[0];
}
