/** How much work one question may cost; the numbers are stated so that giving up never depends on luck or on speed. */
export interface BudgetLimits {
	/** Microseconds of signature verification, as estimated from the kind of key. */
	readonly signatures: number;
	/** Pairs of a certificate and one that might have issued it. */
	readonly links: number;
	/** Certificates tried on whole paths. */
	readonly steps: number;
	/** Names compared with name constraints. */
	readonly comparisons: number;
}

/** About half a second on a slow machine if all of it is used. */
export const defaultBudget: BudgetLimits = {
	signatures: 400_000,
	links: 100_000,
	steps: 20_000,
	comparisons: 250_000,
};

/** Work done so far. */
export class Budget {
	readonly #limits: BudgetLimits;
	readonly #spent = {signatures: 0, links: 0, steps: 0, comparisons: 0};
	#exceeded: keyof BudgetLimits | undefined;

	constructor(limits: BudgetLimits = defaultBudget) {
		this.#limits = limits;
	}

	/** The kind of work that there was too much of, if any. */
	get exceeded(): keyof BudgetLimits | undefined {
		return this.#exceeded;
	}

	/** Counts work about to be done; false when it must not be done. */
	spend(kind: keyof BudgetLimits, amount: number): boolean {
		const spent = this.#spent[kind] + amount;
		if (spent > this.#limits[kind]) {
			this.#exceeded ??= kind;
			return false;
		}

		this.#spent[kind] = spent;
		return true;
	}
}
