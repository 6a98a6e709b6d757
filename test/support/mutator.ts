/** Random numbers that a seed decides. */
export class SeededRandom {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** A whole number from 0 to below the bound (mulberry32). */
	below(bound: number): number {
		this.#state = (this.#state + 0x6d_2b_79_f5) >>> 0;
		let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00) * bound);
	}

	pick<Value>(values: readonly [Value, ...Value[]]): Value {
		return values[this.below(values.length)] ?? values[0];
	}

	bytes(count: number): Uint8Array {
		return Uint8Array.from({length: count}, () => this.below(256));
	}
}

/** Texts that readers stumble over. */
const PITFALLS: readonly [string, ...string[]] = [
	'-----BEGIN CERTIFICATE-----\n',
	'-----END CERTIFICATE-----\n',
	'-----BEGIN ',
	'-----',
	'\u{1b}]0;owned\u{7}',
	'\u{202e}',
	'\r\n',
	'\r',
	'\\n',
	'\0',
	'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n',
	'kind: Secret\ndata:\n',
	'&a [*a,*a]\n',
	'{"kind":"Secret","data":{"tls.crt":"',
	'[[[[[[[[',
	'====',
	'    ',
	'\t',
	': |\n',
];

/** First octets of elements, and lengths that lie. */
const OCTETS: readonly [number, ...number[]] = [
	0, 1, 2, 3, 4, 5, 6, 0x0c, 0x17, 0x18, 0x24, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xa3, 0xff,
];

const LONGEST = 128 * 1024;

type Mutation = (bytes: Uint8Array, random: SeededRandom, other: Uint8Array) => Uint8Array;

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
	(bytes, random) => changed(bytes, random.below(bytes.length), octet => octet ^ (1 << random.below(8))),
	(bytes, random) => changed(bytes, random.below(bytes.length), () => random.pick(OCTETS)),
	(bytes, random) => changed(bytes, random.below(Math.min(64, bytes.length)), () => random.pick(OCTETS)),
	(bytes, random) => changed(bytes, random.below(bytes.length), () => random.below(256)),
	(bytes, random) => spliced(bytes, random.below(bytes.length), random.below(32), new Uint8Array()),
	(bytes, random) => bytes.subarray(0, random.below(bytes.length)),
	(bytes, random) => spliced(bytes, random.below(bytes.length), 0, random.bytes(1 + random.below(32))),
	(bytes, random) => spliced(bytes, random.below(bytes.length), 0, Buffer.from(random.pick(PITFALLS))),
	(bytes, random) => {
		const start = random.below(bytes.length);
		const chunk = bytes.subarray(start, start + 1 + random.below(64));
		const times = 1 + random.below(random.below(20) === 0 ? 2000 : 8);
		return spliced(bytes, start, 0, Buffer.concat(Array.from({length: times}, () => chunk)));
	},
	(bytes, random, other) => {
		const start = random.below(other.length);
		return spliced(
			bytes,
			random.below(bytes.length),
			random.below(64),
			other.subarray(start, start + random.below(512)),
		);
	},
	(bytes, _random, other) => Buffer.concat([bytes, other]),
];

/** Some bytes, changed in one to six places. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: SeededRandom): Uint8Array {
	let mutated = bytes;
	for (let count = 1 + random.below(6); count > 0 && mutated.length > 0; count -= 1) {
		mutated = random.pick(MUTATIONS)(mutated, random, other).subarray(0, LONGEST);
	}

	return mutated;
}

function changed(bytes: Uint8Array, index: number, change: (octet: number) => number): Uint8Array {
	const copy = Uint8Array.from(bytes);
	copy[index] = change(copy[index] ?? 0);
	return copy;
}

function spliced(bytes: Uint8Array, start: number, remove: number, insert: Uint8Array): Uint8Array {
	return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]);
}
