import {createHash} from 'node:crypto';

/** What the derived bytes are for (RFC 7292, appendix B.3). */
export const purposes = {key: 1, vector: 2, mac: 3} as const;

/** Hashes with the block that the derivation works in, in octets. */
const BLOCKS = {sha1: 64, sha224: 64, sha256: 64, sha384: 128, sha512: 128} as const;

/** A hash that the derivation is defined for. */
export type DerivationHash = keyof typeof BLOCKS;

export interface Derivation {
	readonly hash: DerivationHash;
	/** As PKCS#12 writes passphrases: see {@link bmpPassphrase}. */
	readonly passphrase: Uint8Array;
	readonly salt: Uint8Array;
	readonly rounds: number;
}

/** The passphrase in UTF-16 with two zero octets at its end (RFC 7292, appendix B.1). */
export function bmpPassphrase(passphrase: string): Uint8Array {
	return Buffer.from(`${passphrase}\0`, 'utf16le').swap16();
}

/** PKCS#12's own key derivation (RFC 7292, appendix B.2). */
export function derive(
	{hash, passphrase, salt, rounds}: Derivation,
	purpose: (typeof purposes)[keyof typeof purposes],
	length: number,
): Uint8Array {
	const block = BLOCKS[hash];
	const diversifier = new Uint8Array(block).fill(purpose);
	let input = Buffer.concat([fillBlocks(salt, block), fillBlocks(passphrase, block)]);
	const derived: Uint8Array[] = [];
	for (let have = 0; have < length; ) {
		let round = createHash(hash).update(diversifier).update(input).digest();
		for (let count = 1; count < rounds; count += 1) {
			round = createHash(hash).update(round).digest();
		}

		derived.push(round);
		have += round.length;
		input = addToBlocks(input, fillBlocks(round, block).subarray(0, block));
	}

	return Buffer.concat(derived).subarray(0, length);
}

/** Repeats the bytes until they fill whole blocks; nothing stays nothing. */
function fillBlocks(bytes: Uint8Array, block: number): Uint8Array {
	const filled = new Uint8Array(Math.ceil(bytes.length / block) * block);
	for (let index = 0; index < filled.length; index += 1) {
		filled[index] = bytes[index % bytes.length] ?? 0;
	}

	return filled;
}

/** Adds the same number plus one to each block, modulo its size. */
function addToBlocks(input: Buffer<ArrayBuffer>, addend: Uint8Array): Buffer<ArrayBuffer> {
	const sum = Buffer.from(input);
	for (let start = 0; start < sum.length; start += addend.length) {
		let carry = 1;
		for (let index = addend.length - 1; index >= 0; index -= 1) {
			carry += (sum[start + index] ?? 0) + (addend[index] ?? 0);
			sum[start + index] = carry & 0xff;
			carry >>= 8;
		}
	}

	return sum;
}
