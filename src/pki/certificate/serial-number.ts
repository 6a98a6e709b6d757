import {hexOf} from '../der/der-values.ts';

/** A certificate's serial number. A view: the forms are made when first asked for. */
export class SerialNumber {
	/** The octets of the INTEGER as encoded, leading zero included. */
	readonly octets: Uint8Array;
	#hex: string | undefined;
	#value: bigint | undefined;

	constructor(octets: Uint8Array) {
		this.octets = octets;
	}

	/** Lowercase, of the octets as encoded, so of even length and with a leading `00` where there is one. */
	get hex(): string {
		this.#hex ??= hexOf(this.octets);
		return this.#hex;
	}

	/** The signed number. */
	get value(): bigint {
		this.#value ??= BigInt.asIntN(this.octets.length * 8, this.#unsigned);
		return this.#value;
	}

	/** The octets as an unsigned number, in decimal: what the signature scope holds (fact sheet, EE-13). */
	get decimal(): string {
		return this.#unsigned.toString();
	}

	get #unsigned(): bigint {
		return BigInt(`0x${this.hex}`);
	}
}
