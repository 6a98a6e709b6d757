/** Gives back the smallest of what was put in; of equal ones the one put in first. */
export class Heap<Item> {
	readonly #compare: (one: Item, other: Item) => number;
	readonly #entries: {readonly item: Item; readonly number: number}[] = [];
	#count = 0;

	constructor(compare: (one: Item, other: Item) => number) {
		this.#compare = compare;
	}

	push(item: Item): void {
		this.#entries.push({item, number: this.#count});
		this.#count += 1;
		let index = this.#entries.length - 1;
		for (let parent = (index - 1) >> 1; index > 0 && this.#isBefore(index, parent); parent = (index - 1) >> 1) {
			this.#swap(index, parent);
			index = parent;
		}
	}

	pop(): Item | undefined {
		const first = this.#entries[0];
		const last = this.#entries.pop();
		if (last && first && last !== first) {
			this.#entries[0] = last;
			this.#sink();
		}

		return first?.item;
	}

	#sink(): void {
		let index = 0;
		for (;;) {
			const [left, right] = [index * 2 + 1, index * 2 + 2];
			const child = this.#isBefore(right, left) ? right : left;
			if (!this.#isBefore(child, index)) {
				return;
			}

			this.#swap(index, child);
			index = child;
		}
	}

	#isBefore(index: number, other: number): boolean {
		const [one, two] = [this.#entries[index], this.#entries[other]];
		if (!one || !two) {
			return one !== undefined;
		}

		return (this.#compare(one.item, two.item) || one.number - two.number) < 0;
	}

	#swap(index: number, other: number): void {
		const [one, two] = [this.#entries[index], this.#entries[other]];
		if (one && two) {
			this.#entries[index] = two;
			this.#entries[other] = one;
		}
	}
}
