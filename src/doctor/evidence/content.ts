import type {Intake, Item} from '../../pki/intake/intake.ts';
import {isPrivateKey, type PrivateKeyFacts, privateKeyFacts} from '../../pki/intake/private-key-facts.ts';
import type {ContentEvidence, ItemEvidence, KeyEvidence} from './files.ts';

/** Kinds of things that hold nothing private. */
const PUBLIC: ReadonlySet<string> = new Set(['certificate', 'crl', 'certificate-request', 'public-key']);

/** The object identifier of a challenge password, which a request may carry in clear (RFC 2985, 5.4.1); content octets. */
const CHALLENGE_PASSWORD = Buffer.from('2a864886f70d010907', 'hex');

/**
 * What a file is made of, without anything private.
 *
 * @param passphrase - Opens its encrypted keys, to find out what they belong to.
 */
export function contentEvidence({form, notes, problems, items}: Intake, passphrase?: string): ContentEvidence {
	return {form, notes, problems, items: items.map(item => itemEvidence(item, passphrase))};
}

function itemEvidence(item: Item, passphrase: string | undefined): ItemEvidence {
	const {der, keyFormat, label, line, offset, source, isPlain, notes} = item;
	const kind = isSecretRequest(item) ? 'unknown' : item.kind;
	return {
		kind,
		...(PUBLIC.has(kind) && {der: base64(der)}),
		...(isPrivateKey(item) && {key: keyEvidence(privateKeyFacts(item, passphrase))}),
		...(keyFormat !== undefined && {keyFormat}),
		...(label !== undefined && {label}),
		...(line !== undefined && {line}),
		offset,
		source,
		isPlain,
		notes,
	};
}

/** True for a request with a password in it: that it is there is all that may be told of it. */
function isSecretRequest({kind, der}: Item): boolean {
	return kind === 'certificate-request' && Buffer.from(der).includes(CHALLENGE_PASSWORD);
}

function keyEvidence(facts: PrivateKeyFacts): KeyEvidence {
	if (facts.state === 'closed') {
		const {publicKey, ...rest} = facts;
		return {...rest, ...(publicKey && {publicKey: base64(publicKey)})};
	}

	const {publicKey, publicExponent, ...rest} = facts;
	return {
		...rest,
		publicKey: base64(publicKey),
		...(publicExponent !== undefined && {publicExponent: publicExponent.toString()}),
	};
}

/** The facts that evidence of a key was made of. */
export function keyFacts(key: KeyEvidence): PrivateKeyFacts {
	if (key.state === 'closed') {
		const {publicKey, ...rest} = key;
		return {...rest, ...(publicKey !== undefined && {publicKey: bytesOf(publicKey)})};
	}

	const {publicKey, publicExponent, ...rest} = key;
	return {
		...rest,
		publicKey: bytesOf(publicKey),
		...(publicExponent !== undefined && {publicExponent: BigInt(publicExponent)}),
	};
}

/** The intake that content was made of; what is private has no bytes. */
export function intakeOf({form, notes, problems, items}: ContentEvidence): Intake {
	return {form, notes, problems, items: items.map(itemOf)};
}

function itemOf({kind, der, keyFormat, label, line, offset, source, isPlain, notes}: ItemEvidence): Item {
	return {
		kind,
		der: bytesOf(der ?? ''),
		...(keyFormat !== undefined && {keyFormat}),
		...(label !== undefined && {label}),
		...(line !== undefined && {line}),
		offset,
		source,
		isPlain,
		notes,
	};
}

function base64(bytes: Uint8Array): string {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function bytesOf(text: string): Uint8Array {
	return Uint8Array.from(Buffer.from(text, 'base64'));
}
