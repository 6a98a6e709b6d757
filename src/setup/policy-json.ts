/** A policy's JSON value, or undefined when the text is none. */
export function parsePolicy(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** One text for all policies that differ only in white space and in the order of members. */
export function canonicalPolicy(text: string): string {
	const value = parsePolicy(text);
	return value === undefined ? text : JSON.stringify(sorted(value));
}

/** True when two policies say the same in the same words. */
export function isSamePolicy(one: string, other: string): boolean {
	return canonicalPolicy(one) === canonicalPolicy(other);
}

/** The statements of a policy; one that stands alone counts as a list of one. */
export function statementsOf(text: string): readonly unknown[] {
	const policy = parsePolicy(text);
	const statement: unknown =
		typeof policy === 'object' && policy !== null && 'Statement' in policy ? policy.Statement : undefined;
	return Array.isArray(statement) ? statement : statement === undefined ? [] : [statement];
}

/** The same policy with other statements, without white space. */
export function withStatements(text: string, statements: readonly unknown[]): string {
	const policy = parsePolicy(text);
	return JSON.stringify({...(typeof policy === 'object' ? policy : {}), Statement: statements});
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(sorted);
	}

	if (typeof value !== 'object' || value === null) {
		return value;
	}

	const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
