import type {SubjectPublicKey} from '../pki/certificate/public-key.ts';
import {hexOf} from '../pki/der/der-values.ts';

/** Larger moduli have a finding of their own, and arithmetic on them would cost too much. */
const MOST_BITS = 16_384;

/** The modulus of an RSA key as a number; undefined for other keys, for none at all and for absurdly long ones. */
function modulusOf({rsa}: SubjectPublicKey): bigint | undefined {
	return rsa && rsa.modulusBits > 1 && rsa.modulusBits <= MOST_BITS ? BigInt(`0x${hexOf(rsa.modulus)}`) : undefined;
}

/** Odd primes below 752, the bound of the public web's trial division. */
const PRIMES: readonly number[] = Array.from({length: 749}, (_, index) => index + 3).filter(isPrime);

function isPrime(candidate: number): boolean {
	for (let divisor = 2; divisor * divisor <= candidate; divisor += 1) {
		if (candidate % divisor === 0) {
			return false;
		}
	}

	return true;
}

interface Chunk {
	readonly primes: readonly number[];
	/** Their product, below 2^53, so that what is left after dividing by it is an exact `number`. */
	readonly product: bigint;
}

const CHUNKS: readonly Chunk[] = chunked(PRIMES);

function chunked(primes: readonly number[]): readonly Chunk[] {
	const chunks: Chunk[] = [];
	let members: number[] = [];
	let product = 1;
	for (const prime of primes) {
		if (product * prime > Number.MAX_SAFE_INTEGER) {
			chunks.push({primes: members, product: BigInt(product)});
			members = [];
			product = 1;
		}

		members.push(prime);
		product *= prime;
	}

	return [...chunks, {primes: members, product: BigInt(product)}];
}

const PRODUCT = CHUNKS.reduce((product, chunk) => product * chunk.product, 1n);
const known = new WeakMap<SubjectPublicKey, ReadonlyMap<number, number> | undefined>();

/** What is left of the modulus after dividing it by 2 and by each odd prime below 752; undefined for other keys. */
function remaindersOf(key: SubjectPublicKey): ReadonlyMap<number, number> | undefined {
	if (known.has(key)) {
		return known.get(key);
	}

	const modulus = modulusOf(key);
	const remainders = modulus === undefined ? undefined : divide(modulus);
	known.set(key, remainders);
	return remainders;
}

function divide(modulus: bigint): ReadonlyMap<number, number> {
	const small = modulus % PRODUCT;
	const remainders = new Map([[2, Number(modulus & 1n)]]);
	for (const {primes, product} of CHUNKS) {
		const left = Number(small % product);
		for (const prime of primes) {
			remainders.set(prime, left % prime);
		}
	}

	return remainders;
}

/** The primes below 752 that divide an RSA modulus, smallest first. A sound modulus has none. */
export function smallFactorsOf(key: SubjectPublicKey): readonly number[] {
	const factors: number[] = [];
	for (const [prime, remainder] of remaindersOf(key) ?? []) {
		if (remainder === 0) {
			factors.push(prime);
		}
	}

	return factors;
}

/**
 * The powers of 65537 modulo each prime to 167, where those are not all numbers: the faulty library made both primes
 * of a key as powers of 65537 modulo the product of these primes, so their product is such a power again
 * (Nemec and others, "The Return of Coppersmith's Attack", 2017).
 */
const POWERS: readonly (readonly [prime: number, powers: ReadonlySet<number>])[] = PRIMES.filter(
	prime => prime <= 167,
).flatMap(prime => {
	const powers = powersModulo(prime);
	return powers.size === prime - 1 ? [] : [[prime, powers] as const];
});

function powersModulo(prime: number): ReadonlySet<number> {
	const powers = new Set<number>();
	for (let power = 1; !powers.has(power); power = (power * 65_537) % prime) {
		powers.add(power);
	}

	return powers;
}

/** True when an RSA modulus bears the mark of CVE-2017-15361 (ROCA); a good one does so once in 2^27 keys. */
export function hasRocaMark(key: SubjectPublicKey): boolean {
	const remainders = remaindersOf(key);
	return remainders !== undefined && POWERS.every(([prime, powers]) => powers.has(remainders.get(prime) ?? 0));
}

/** True when the two primes lie so close together that their middle gives them away at once (Fermat; CVE-2022-26320). */
export function hasClosePrimes(key: SubjectPublicKey): boolean {
	const modulus = modulusOf(key);
	if (modulus === undefined || (modulus & 1n) === 0n) {
		return false;
	}

	const root = squareRoot(modulus, key.rsa?.modulusBits ?? 0);
	let middle = root * root === modulus ? root : root + 1n;
	for (let round = 0; round < ROUNDS; round += 1) {
		const difference = middle * middle - modulus;
		if (isSquare(difference)) {
			return true;
		}

		middle += 1n;
	}

	return false;
}

/** Keys with this flaw fall in the first few. */
const ROUNDS = 4;
/** The remainders that squares leave; few numbers leave all of them without being squares, so that hardly any root is drawn. */
const SQUARES = [64, 63, 65, 11].map(modulus => {
	const remainders = new Set(Array.from({length: modulus}, (_, index) => (index * index) % modulus));
	return [modulus, remainders] as const;
});
const PRODUCT_OF_MODULI = BigInt(64 * 63 * 65 * 11);

function isSquare(value: bigint): boolean {
	const left = Number(value % PRODUCT_OF_MODULI);
	if (!SQUARES.every(([modulus, remainders]) => remainders.has(left % modulus))) {
		return false;
	}

	const root = squareRoot(value, value.toString(16).length * 4);
	return root * root === value;
}

/** Up to here a `number` holds the value and its root exactly. */
const EXACT_BITS = 50;

/** The whole part of the square root of a number of at most this many bits: that of its upper half, and Newton's steps from there. */
function squareRoot(value: bigint, bits: number): bigint {
	if (bits <= EXACT_BITS) {
		return BigInt(Math.floor(Math.sqrt(Number(value))));
	}

	const quarter = bits >> 2;
	let root = (squareRoot(value >> BigInt(2 * quarter), bits - 2 * quarter) + 1n) << BigInt(quarter);
	for (;;) {
		const next = (root + value / root) >> 1n;
		if (next >= root) {
			return root;
		}

		root = next;
	}
}
