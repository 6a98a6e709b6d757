import {createHash, createHmac, type Hash, type Hmac} from 'node:crypto';

type Source = string | ArrayBuffer | ArrayBufferView;

/** SHA-256, or HMAC-SHA-256 with a key, in the shape that the SDK's signer takes. */
export class Sha256 {
	readonly #secret: Source | undefined;
	#state: Hash | Hmac;

	constructor(secret?: Source) {
		this.#secret = secret;
		this.#state = start(secret);
	}

	update(chunk: Source): void {
		this.#state.update(bytesOf(chunk));
	}

	async digest(): Promise<Uint8Array> {
		return this.#state.digest();
	}

	reset(): void {
		this.#state = start(this.#secret);
	}
}

function start(secret: Source | undefined): Hash | Hmac {
	return secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
}

function bytesOf(source: Source): Uint8Array | string {
	if (typeof source === 'string') {
		return source;
	}

	return source instanceof ArrayBuffer
		? new Uint8Array(source)
		: new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
}
