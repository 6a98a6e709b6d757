import {createPublicKey, generateKeyPairSync} from 'node:crypto';
import {rootCertificates} from 'node:tls';
import {
	bitString,
	nothing,
	objectIdentifier,
	octetString,
	sequence,
	unsignedInteger,
} from '../../src/pki/der/der-writer.ts';

/** Public keys that no sound tool makes, as SubjectPublicKeyInfo. */
export const oddKeys = {
	/** 2048 bits. */
	'rsa2048 that 3 divides': () => rsaKey(aboutHalf() * 3n * 2n ** 1024n + 3n),
	'rsa2048 that is even': () => rsaKey(2n ** 2047n + 2n),
	'rsa2048 that 751 divides': () => rsaKey(751n * withoutSmallFactors(2n ** 2038n + 1n)),
	/** Powers of 65537 modulo the product of the primes to 701, as CVE-2017-15361 makes them. */
	'rsa2048 with the mark of ROCA': () => rsaKey(rocaFactor(9_001n) * rocaFactor(70_003n)),
	/** The primes differ by less than a million. */
	'rsa2048 with close primes': () => rsaKey(closePrimes()),
	'rsa2048 that is a square': () => rsaKey((2n ** 1023n + 2n ** 1022n + 1n) ** 2n),
	'rsa2048 with exponent 3': () => rsaKey(soundModulus(), 3n),
	'rsa2048 with exponent 1': () => rsaKey(soundModulus(), 1n),
	'rsa2048 with exponent 65536': () => rsaKey(soundModulus(), 65_536n),
	'rsa2048 without NULL': () => rsaKey(soundModulus(), 65_537n, sequence(objectIdentifier('1.2.840.113549.1.1.1'))),
	'rsa2048 with other parameters': () =>
		rsaKey(soundModulus(), 65_537n, sequence(objectIdentifier('1.2.840.113549.1.1.1'), octetString(Uint8Array.of(1)))),
	'p256 beside its curve': () => besideCurve('P-256'),
	'p256 with a coordinate too large': () =>
		ecKey(curveOids['P-256'], Uint8Array.from([4, ...new Uint8Array(64).fill(0xff)])),
	'p384 beside its curve': () => besideCurve('P-384'),
	'p521 beside its curve': () => besideCurve('P-521'),
	'p256 compressed': () => compressed(),
	'p256 cut short': () => ecKey('1.2.840.10045.3.1.7', Uint8Array.from([4, ...new Uint8Array(40).fill(1)])),
	'ML-DSA-44': () => mlDsaKey(17, 1312),
	'ML-DSA-65': () => mlDsaKey(18, 1952),
	'ML-DSA-87': () => mlDsaKey(19, 2592),
	'ML-DSA-65 cut short': () => mlDsaKey(18, 1951),
	'ML-DSA-65 with parameters': () => mlDsaKey(18, 1952, [nothing]),
	'of a publicly trusted root': () => createPublicKey(rootCertificates[0] ?? '').export({type: 'spki', format: 'der'}),
} as const satisfies Readonly<Record<string, () => Uint8Array>>;

/** The name of an odd key. */
export type OddKey = keyof typeof oddKeys;

/** True for the name of an odd key. */
export function isOddKey(name: string): name is OddKey {
	return name in oddKeys;
}

const rsaEncryption = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing);

function rsaKey(modulus: bigint, exponent = 65_537n, algorithm = rsaEncryption): Uint8Array {
	return sequence(algorithm, bitString(sequence(unsignedInteger(octets(modulus)), unsignedInteger(octets(exponent)))));
}

function ecKey(curve: string, point: Uint8Array): Uint8Array {
	return sequence(sequence(objectIdentifier('1.2.840.10045.2.1'), objectIdentifier(curve)), bitString(point));
}

function mlDsaKey(arc: number, length: number, parameters: readonly Uint8Array[] = []): Uint8Array {
	return sequence(
		sequence(objectIdentifier(`2.16.840.1.101.3.4.3.${arc}`), ...parameters),
		bitString(new Uint8Array(length).fill(7)),
	);
}

function octets(value: bigint): Uint8Array {
	const hex = value.toString(16);
	return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
}

function aboutHalf(): bigint {
	return 2n ** 1021n + 1n;
}

function soundModulus(): bigint {
	const {n = ''} = generateKeyPairSync('rsa', {modulusLength: 2048}).publicKey.export({format: 'jwk'});
	return BigInt(`0x${Buffer.from(n, 'base64url').toString('hex')}`);
}

/** 1024 bits, shaped as the faulty library shapes a prime. */
function rocaFactor(power: bigint): bigint {
	const product = primesTo(701).reduce((all, prime) => all * BigInt(prime), 1n);
	let residue = 1n;
	for (let step = 0n; step < power; step += 1n) {
		residue = (residue * 65_537n) % product;
	}

	const times = 2n ** 1024n / product - power;
	return times * product + residue;
}

function primesTo(last: number): readonly number[] {
	const primes: number[] = [];
	for (let candidate = 2; candidate <= last; candidate += 1) {
		if (primes.every(prime => candidate % prime !== 0)) {
			primes.push(candidate);
		}
	}

	return primes;
}

/** The product of two odd numbers next to each other without small factors; Fermat's method asks for no more. */
function closePrimes(): bigint {
	const first = withoutSmallFactors(2n ** 1023n + 2n ** 1022n + 1n);
	return first * withoutSmallFactors(first + 2n);
}

/** The first such number from an odd one on. */
function withoutSmallFactors(from: bigint): bigint {
	const small = primesTo(751).map(BigInt);
	let candidate = from;
	while (small.some(prime => candidate % prime === 0n)) {
		candidate += 2n;
	}

	return candidate;
}

const curveOids = {'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34', 'P-521': '1.3.132.0.35'} as const;

function besideCurve(curve: keyof typeof curveOids): Uint8Array {
	const size = {'P-256': 32, 'P-384': 48, 'P-521': 66}[curve];
	return ecKey(curveOids[curve], Uint8Array.from([4, ...new Uint8Array(2 * size).fill(1)]));
}

function compressed(): Uint8Array {
	const {x = ''} = generateKeyPairSync('ec', {namedCurve: 'P-256'}).publicKey.export({format: 'jwk'});
	return ecKey(curveOids['P-256'], Buffer.concat([Uint8Array.of(2), Buffer.from(x, 'base64url')]));
}
