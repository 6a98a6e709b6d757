/** One line of `npm run bench`: this program beside its peer, both measured in the same run. */
export interface Row {
	readonly what: string;
	readonly ours: number;
	readonly peer: number;
	/** Milliseconds, or things a second. */
	readonly unit: 'ms' | '/s';
	/** The budget of the design, in words. */
	readonly budget?: string;
	readonly note?: string;
}

/** A file in `bench/rows/`; its default export. */
export interface Comparison {
	readonly title: string;
	run(): Promise<readonly Row[]>;
}
