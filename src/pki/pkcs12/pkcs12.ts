import {createHmac, timingSafeEqual} from 'node:crypto';
import {problem, type Result} from '../../result.ts';
import {contextTag, type DerElement, DerError, DerFields, readOnlyElement, tags} from '../der/der.ts';
import {readOid, readSmallInteger} from '../der/der-values.ts';
import {decrypt, readScheme} from './decryption.ts';
import {bmpPassphrase, type DerivationHash, derive, purposes} from './derivation.ts';
import {OpeningError, type OpeningProblem, Rounds} from './rounds.ts';

export type {OpeningProblem} from './rounds.ts';

/** One thing in a PKCS#12 bundle, decrypted. */
export interface Bag {
	readonly kind: 'certificate' | 'crl' | 'private-key';
	/** Of a key: PKCS#8, not encrypted. */
	readonly der: Uint8Array;
	/** What the person called it who made the bundle, as it stands there. */
	readonly name?: string;
}

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const explicitContent = contextTag(0, 'constructed');

/**
 * Reads a PKCS#12 bundle (RFC 7292) that a passphrase protects; what only public keys protect is not read.
 *
 * @param der - Definite lengths throughout.
 * @param passphrase - Undefined is tried as the empty one, which some programs write.
 */
export async function readPkcs12(
	der: Uint8Array,
	passphrase: string | undefined,
): Promise<Result<readonly Bag[], OpeningProblem>> {
	try {
		return {ok: true, value: await new Opener(passphrase ?? '').open(der)};
	} catch (error) {
		if (error instanceof DerError) {
			return problem({kind: 'damaged', message: `${error.problem.message}.`});
		}

		if (error instanceof OpeningError) {
			const isMissing = passphrase === undefined && error.problem.kind === 'passphrase-wrong';
			return problem(isMissing ? {kind: 'passphrase-needed', message: 'A passphrase protects it.'} : error.problem);
		}

		throw error;
	}
}

class Opener {
	readonly #passphrase: string;
	readonly #rounds = new Rounds();
	readonly #bags: Bag[] = [];

	constructor(passphrase: string) {
		this.#passphrase = passphrase;
	}

	async open(der: Uint8Array): Promise<readonly Bag[]> {
		const outer = new DerFields(readOnlyElement(der));
		outer.expect(tags.integer, 'The version');
		const content = contentOf(outer.expect(tags.sequence, 'The content'));
		if (content.type !== DATA) {
			throw new OpeningError('unsupported', 'It is signed instead of protected with a passphrase.');
		}

		const safe = new DerFields(content.element).expect(tags.octetString, 'The content').contents;
		if (!outer.isAtEnd) {
			this.#verify(safe, outer.expect(tags.sequence, 'The authentication code'));
		}

		for (const part of new DerFields(readOnlyElement(safe)).rest()) {
			await this.#openPart(part);
		}

		return this.#bags;
	}

	async #openPart(part: DerElement): Promise<void> {
		const {type, element} = contentOf(part);
		if (type === DATA) {
			const octets = new DerFields(element).expect(tags.octetString, 'A part').contents;
			await this.#takeBags(readOnlyElement(octets), 0);
		} else if (type === ENCRYPTED_DATA) {
			const data = new DerFields(new DerFields(element).expect(tags.sequence, 'An encrypted part'));
			data.expect(tags.integer, 'The version');
			const info = new DerFields(data.expect(tags.sequence, 'The encrypted content'));
			info.expect(tags.oid, 'The type of the encrypted content');
			const scheme = readScheme(info.expect(tags.sequence, 'The encryption'));
			const encrypted = octetsOfTagged(info.next('The encrypted content'));
			const decrypted = await decrypt(scheme, encrypted, this.#passphrase, this.#rounds);
			await this.#takeBags(readDecrypted(decrypted), 0);
		} else {
			throw new OpeningError('unsupported', 'A part of it is protected with a public key.');
		}
	}

	async #takeBags(contents: DerElement, depth: number): Promise<void> {
		for (const bag of new DerFields(contents).rest()) {
			const fields = new DerFields(bag);
			const type = readOid(fields.expect(tags.oid, 'The type of a bag'), 'The type of a bag');
			const value = new DerFields(fields.expect(explicitContent, 'A bag')).next('A bag');
			const name = nameIn(fields.optional(tags.set, 'The attributes of a bag'));
			const named = name === undefined ? {} : {name};
			switch (type) {
				case '1.2.840.113549.1.12.10.1.1':
					this.#bags.push({kind: 'private-key', der: value.bytes, ...named});
					break;
				case '1.2.840.113549.1.12.10.1.2': {
					const key = new DerFields(value);
					const scheme = readScheme(key.expect(tags.sequence, 'The encryption of a key'));
					const encrypted = key.expect(tags.octetString, 'An encrypted key').contents;
					const decrypted = await decrypt(scheme, encrypted, this.#passphrase, this.#rounds);
					this.#bags.push({kind: 'private-key', der: readDecrypted(decrypted).bytes, ...named});
					break;
				}

				case '1.2.840.113549.1.12.10.1.3':
					this.#bags.push({kind: 'certificate', der: octetsInBag(value), ...named});
					break;
				case '1.2.840.113549.1.12.10.1.4':
					this.#bags.push({kind: 'crl', der: octetsInBag(value), ...named});
					break;
				case '1.2.840.113549.1.12.10.1.6':
					if (depth < MAX_BAG_DEPTH) {
						await this.#takeBags(value, depth + 1);
					}

					break;
				default: // Secrets and what others invented.
			}
		}
	}

	/** RFC 7292, section 4 and appendix B.4. */
	#verify(safe: Uint8Array, element: DerElement): void {
		const fields = new DerFields(element);
		const digestInfo = new DerFields(fields.expect(tags.sequence, 'The code'));
		const hash = MAC_HASHES.get(readScheme(digestInfo.expect(tags.sequence, 'The hash')).oid);
		const expected = digestInfo.expect(tags.octetString, 'The code').contents;
		const salt = fields.expect(tags.octetString, 'The salt').contents;
		const counter = fields.optional(tags.integer, 'The rounds');
		const rounds = counter ? readSmallInteger(counter, 'The rounds', () => {}) : 1;
		if (expected.length > LONGEST_CODE) {
			throw new OpeningError('damaged', 'Its authentication code is longer than any.');
		}

		if (!hash) {
			return; // Newer codes than are known here: then decrypting shows whether the passphrase is right.
		}

		// Some programs write no passphrase as no octets at all, others as the two that end every passphrase.
		const forms = this.#passphrase === '' ? [bmpPassphrase(''), new Uint8Array()] : [bmpPassphrase(this.#passphrase)];
		const isRight = forms.some(passphrase => {
			this.#rounds.spend(rounds, 10);
			const key = derive({hash, passphrase, salt, rounds}, purposes.mac, expected.length);
			const code = createHmac(hash, key).update(safe).digest();
			return code.length === expected.length && timingSafeEqual(code, expected);
		});
		if (!isRight) {
			throw new OpeningError('passphrase-wrong', 'The passphrase does not open it.');
		}
	}
}

/** Octets of SHA-512. */
const LONGEST_CODE = 64;
const MAX_BAG_DEPTH = 8;

const MAC_HASHES: ReadonlyMap<string, DerivationHash> = new Map([
	['1.3.14.3.2.26', 'sha1'],
	['2.16.840.1.101.3.4.2.4', 'sha224'],
	['2.16.840.1.101.3.4.2.1', 'sha256'],
	['2.16.840.1.101.3.4.2.2', 'sha384'],
	['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

function contentOf(info: DerElement): {readonly type: string; readonly element: DerElement} {
	const fields = new DerFields(info);
	const type = readOid(fields.expect(tags.oid, 'The type of a part'), 'The type of a part');
	return {type, element: fields.expect(explicitContent, 'A part')};
}

/** What a wrong passphrase leaves behind is seldom DER. */
function readDecrypted(bytes: Uint8Array): DerElement {
	try {
		return readOnlyElement(bytes);
	} catch {
		throw new OpeningError('passphrase-wrong', 'The passphrase does not open it.');
	}
}

function octetsOfTagged(element: DerElement): Uint8Array {
	return element.isConstructed
		? Buffer.concat([...new DerFields(element).rest()].map(({contents}) => contents))
		: element.contents;
}

/** The value of a certificate or list in its own wrapping (RFC 7292, sections 4.2.3 and 4.2.4). */
function octetsInBag(value: DerElement): Uint8Array {
	const fields = new DerFields(value);
	fields.expect(tags.oid, 'The type of a certificate');
	const wrapper = fields.expect(explicitContent, 'A certificate');
	return new DerFields(wrapper).expect(tags.octetString, 'A certificate').contents;
}

const FRIENDLY_NAME = '1.2.840.113549.1.9.20';

function nameIn(attributes: DerElement | undefined): string | undefined {
	if (!attributes) {
		return undefined;
	}

	for (const attribute of new DerFields(attributes).rest()) {
		const fields = new DerFields(attribute);
		const type = readOid(fields.expect(tags.oid, 'The type of an attribute'), 'The type of an attribute');
		const values = fields.expect(tags.set, 'The values of an attribute');
		if (type === FRIENDLY_NAME) {
			const value = new DerFields(values).expect(tags.bmpString, 'A name');
			return Buffer.from(value.contents.subarray(0, value.contentsLength & ~1))
				.swap16()
				.toString('utf16le');
		}
	}

	return undefined;
}
