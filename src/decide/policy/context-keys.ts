/** What a request tells about itself for conditions to be compared with. Names of keys are not case-sensitive. */
export class ContextKeys {
	readonly #values: ReadonlyMap<string, readonly string[]>;

	constructor(values: Readonly<Record<string, string | readonly string[]>>) {
		this.#values = new Map(
			Object.entries(values).map(([key, value]) => [key.toLowerCase(), typeof value === 'string' ? [value] : value]),
		);
	}

	/** Undefined when the request does not have the key at all. */
	find(key: string): readonly string[] | undefined {
		return this.#values.get(key.toLowerCase());
	}
}
