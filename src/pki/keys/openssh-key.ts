import {createPrivateKey, createPublicKey, type KeyObject} from 'node:crypto';
import {problem, type Result} from '../../result.ts';

/** What an OpenSSH private key file tells (PROTOCOL.key of OpenSSH). */
export interface OpensshKey {
	/** Such as `ssh-rsa`. */
	readonly type: string;
	/** `none`, or the cipher that a passphrase opens. */
	readonly cipher: string;
	/** SubjectPublicKeyInfo in DER; absent for kinds of keys that certificates here do not have. */
	readonly publicKey?: Uint8Array;
	/** The key; absent when it is encrypted or of such a kind. */
	readonly key?: KeyObject;
}

const MAGIC = 'openssh-key-v1\0';

/** True for the bytes that the PEM of OpenSSH holds. */
export function isOpensshKey(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC;
}

/** Reads the key of an OpenSSH file; encrypted ones as far as they are in clear. Never throws. */
export function readOpensshKey(bytes: Uint8Array): Result<OpensshKey, string> {
	try {
		return {ok: true, value: readFile(bytes)};
	} catch {
		return problem('The OpenSSH key is damaged');
	}
}

function readFile(bytes: Uint8Array): OpensshKey {
	if (!isOpensshKey(bytes)) {
		throw new RangeError('no OpenSSH key');
	}

	const fields = new Fields(bytes.subarray(MAGIC.length));
	const cipher = fields.text();
	fields.text(); // The key derivation
	fields.string(); // and its settings
	if (fields.number() !== 1) {
		throw new RangeError('not exactly one key');
	}

	const open = new Fields(fields.string());
	const type = open.text();
	const publicKey = publicKeyOf(type, open);
	const known = {type, cipher, ...(publicKey && {publicKey})};
	if (cipher !== 'none') {
		return known;
	}

	const secret = new Fields(fields.string());
	const [check, again] = [secret.number(), secret.number()];
	if (check !== again || secret.text() !== type) {
		throw new RangeError('the halves disagree');
	}

	const key = privateKeyOf(type, secret);
	return {...known, ...(key && {key})};
}

const CURVES: ReadonlyMap<string, {readonly crv: string; readonly size: number}> = new Map([
	['ecdsa-sha2-nistp256', {crv: 'P-256', size: 32}],
	['ecdsa-sha2-nistp384', {crv: 'P-384', size: 48}],
	['ecdsa-sha2-nistp521', {crv: 'P-521', size: 66}],
]);

function publicKeyOf(type: string, fields: Fields): Uint8Array | undefined {
	const curve = CURVES.get(type);
	if (type !== 'ssh-rsa' && !curve) {
		return undefined;
	}

	const key = curve
		? createPublicKey({key: pointOf(curve, fields), format: 'jwk'})
		: createPublicKey({key: {kty: 'RSA', e: base64url(fields.string()), n: base64url(fields.string())}, format: 'jwk'});
	return key.export({type: 'spki', format: 'der'});
}

function pointOf({crv, size}: {readonly crv: string; readonly size: number}, fields: Fields) {
	fields.string(); // The curve's name once more
	const point = fields.string();
	if (point[0] !== 4 || point.length !== 1 + 2 * size) {
		throw new RangeError('not a whole point');
	}

	return {kty: 'EC', crv, x: whole(point.subarray(1, 1 + size)), y: whole(point.subarray(1 + size))};
}

function privateKeyOf(type: string, fields: Fields): KeyObject | undefined {
	const curve = CURVES.get(type);
	if (curve) {
		const point = pointOf(curve, fields);
		return createPrivateKey({key: {...point, d: whole(filled(fields.string(), curve.size))}, format: 'jwk'});
	}

	if (type !== 'ssh-rsa') {
		return undefined;
	}

	const [n, e, d, qi, p, q] = [0, 1, 2, 3, 4, 5].map(() => fields.string());
	if (!n || !e || !d || !qi || !p || !q) {
		throw new RangeError('numbers are missing');
	}

	const [secret, first, second] = [integerOf(d), integerOf(p), integerOf(q)];
	const jwk = {
		kty: 'RSA',
		n: base64url(n),
		e: base64url(e),
		d: base64url(d),
		p: base64url(p),
		q: base64url(q),
		qi: base64url(qi),
		dp: base64url(bytesOf(secret % (first - 1n))),
		dq: base64url(bytesOf(secret % (second - 1n))),
	};
	return createPrivateKey({key: jwk, format: 'jwk'});
}

/** As JSON Web Keys have numbers: without zeros before them (RFC 7518, section 2). */
function base64url(number: Uint8Array): string {
	const start = number.findIndex(octet => octet !== 0);
	return Buffer.from(number.subarray(Math.max(0, start))).toString('base64url');
}

function whole(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64url');
}

/** Elliptic-curve numbers have a length of their own, with zeros before them (RFC 7518, section 6.2.2.1). */
function filled(number: Uint8Array, size: number): Uint8Array {
	const digits = number.subarray(Math.max(0, number.length - size));
	const scalar = new Uint8Array(size);
	scalar.set(digits, size - digits.length);
	return scalar;
}

function integerOf(bytes: Uint8Array): bigint {
	return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
}

function bytesOf(number: bigint): Uint8Array {
	const hex = number.toString(16);
	return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

/** Reads one field after the other (RFC 4251, section 5). Throws `RangeError` where the bytes end too early. */
class Fields {
	readonly #bytes: DataView;
	#position = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	number(): number {
		const value = this.#bytes.getUint32(this.#position);
		this.#position += 4;
		return value;
	}

	string(): Uint8Array {
		const length = this.number();
		if (length > this.#bytes.byteLength - this.#position) {
			throw new RangeError('a length lies');
		}

		const {buffer, byteOffset} = this.#bytes;
		const bytes = new Uint8Array(buffer, byteOffset + this.#position, length);
		this.#position += length;
		return bytes;
	}

	text(): string {
		return Buffer.from(this.string()).toString('latin1');
	}
}
