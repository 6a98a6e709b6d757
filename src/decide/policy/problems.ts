/** One way in which a policy is malformed. */
export interface PolicyProblem {
	/** Such as `Statement[0].Condition.StringEquals`; empty for the whole document. */
	readonly at: string;
	/** Safe to show. */
	readonly message: string;
}

/** Collects what is wrong while a policy is read to its end. */
export class Problems {
	readonly #found: PolicyProblem[] = [];

	get all(): readonly PolicyProblem[] {
		return this.#found;
	}

	add(at: string, message: string): void {
		this.#found.push({at, message});
	}

	/** Names of elements are exact; IAM knows no others. */
	addUnknownElements(object: object, known: readonly string[], at: string): void {
		if (Object.keys(object).some(name => !known.includes(name))) {
			this.add(at, `Syntax errors in policy. Only ${known.join(', ')} may stand here.`);
		}
	}
}

/** True for a JSON object, false for a list or null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string or a list of strings as a list; undefined for anything else. */
export function strings(value: unknown): readonly string[] | undefined {
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	const texts = items.filter(item => typeof item === 'string');
	return texts.length === items.length ? texts : undefined;
}
