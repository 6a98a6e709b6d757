/** Why a container stays closed. */
export interface OpeningProblem {
	readonly kind: 'passphrase-needed' | 'passphrase-wrong' | 'unsupported' | 'too-costly' | 'damaged';
	/** A whole sentence; holds no text from the container. */
	readonly message: string;
}

/** How the readers of containers throw an {@link OpeningProblem} among themselves. */
export class OpeningError extends Error {
	override readonly name = 'OpeningError';
	readonly problem: OpeningProblem;

	constructor(kind: OpeningProblem['kind'], message: string) {
		super(message);
		this.problem = {kind, message};
	}
}

/**
 * What may be spent on deriving keys, over all parts of a container: somebody else's file may ask for any number of
 * rounds. Programs write 1 to 600 000; the most that is spent here takes some seconds.
 */
export class Rounds {
	/** In rounds of PBKDF2; those of PKCS#12's own derivation cost ten times as much here. */
	#left = 10_000_000;

	/** @throws {OpeningError} `too-costly` */
	spend(rounds: number, costOfOne: number): void {
		this.#left -= rounds * costOfOne;
		if (!(rounds >= 1 && this.#left >= 0)) {
			throw new OpeningError(
				'too-costly',
				`It asks for ${rounds} rounds of key derivation, more than is spent on a file here.`,
			);
		}
	}
}
