/** A text value of a JSON document. */
export interface JsonString {
	/** The keys that lead to it, such as `['data', 'tls.crt']`; places in lists as digits. */
	readonly path: readonly string[];
	readonly value: string;
	/** True for an entry of `data` in a Kubernetes Secret. */
	readonly isSecretData: boolean;
}

interface Visit {
	readonly value: unknown;
	readonly path: readonly string[];
	readonly isSecret: boolean;
}

/** Deeper than anything that people write by hand or programs for them. */
const MAX_DEPTH = 32;

/** Every text in a JSON document, in its order; undefined for what is not JSON. Never throws. */
export function jsonStrings(text: string): readonly JsonString[] | undefined {
	const document = parse(text);
	return document && stringsIn(document.value);
}

/** Every text in a value as JSON has them, in its order. */
export function stringsIn(document: unknown): readonly JsonString[] {
	const found: JsonString[] = [];
	/** YAML lets a list hold itself: each is entered once. */
	const entered = new Set<object>();
	const waiting: Visit[] = [{value: document, path: [], isSecret: false}];
	for (let visit = waiting.pop(); visit; visit = waiting.pop()) {
		const {value, path, isSecret} = visit;
		if (typeof value === 'string') {
			found.push({path, value, isSecretData: isSecret && path.at(-2) === 'data'});
		} else if (typeof value === 'object' && value !== null && path.length < MAX_DEPTH && !entered.has(value)) {
			entered.add(value);
			const isOne = isSecret || ('kind' in value && value.kind === 'Secret');
			// One by one: spreading a list of millions into a call would overflow the stack.
			for (const [key, inside] of Object.entries(value).toReversed()) {
				waiting.push({value: inside, path: [...path, key], isSecret: isOne});
			}
		}
	}

	return found;
}

function parse(text: string): {readonly value: unknown} | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return {value};
	} catch {
		return undefined;
	}
}
