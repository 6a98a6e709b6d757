/** Compares versions number by number, as 2.4 is before 2.34: negative when the first is the older one. */
export function compareVersions(one: string, other: string): number {
	const [ones, others] = [numbersOf(one), numbersOf(other)];
	for (let index = 0; index < Math.max(ones.length, others.length); index++) {
		const difference = (ones[index] ?? 0) - (others[index] ?? 0);
		if (difference !== 0) {
			return difference;
		}
	}

	return 0;
}

/** True when the first version is the older one. */
export function isBefore(one: string, other: string): boolean {
	return compareVersions(one, other) < 0;
}

function numbersOf(version: string): readonly number[] {
	return version.replace(/^v/, '').split('.').map(Number);
}
