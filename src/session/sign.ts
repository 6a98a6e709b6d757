import type {KeyObject} from 'node:crypto';
import {ExpectedError} from '../errors.ts';
import {canonicalRequest, type Header, sha256Hex} from './canonical-request.ts';
import {signingAlgorithmOf} from './signing-algorithm.ts';

/** The most certificates that the service takes beside the end-entity certificate (fact sheet, CH-02). */
export const MAXIMUM_CHAIN = 5;

/** What proves who is asking: an end-entity certificate, what links it to the trust anchor, and its key. */
export interface SigningIdentity {
	/** DER of the end-entity certificate. */
	readonly certificate: Uint8Array;
	/** Its serial number in unsigned decimal. */
	readonly serial: string;
	/** DER of the intermediate certificates, the end-entity certificate's issuer first, without the root; often empty. */
	readonly chain: readonly Uint8Array[];
	readonly privateKey: KeyObject;
}

/** A request that is about to be signed. Its path and query are encoded already. */
export interface UnsignedRequest {
	readonly method: string;
	/** As it will stand in the Host header, with the port when that is not the scheme's own. */
	readonly host: string;
	readonly path: string;
	readonly rawQuery: string;
	/** The exact bytes that will be sent. */
	readonly body: Uint8Array;
	/** Of the trust anchor. */
	readonly region: string;
}

/** What a signature is made over. */
export interface StringToSignParts {
	/** Of the signing algorithm, such as `AWS4-X509-RSA-SHA256`. */
	readonly token: string;
	/** As in X-Amz-Date: `YYYYMMDDTHHMMSSZ`. */
	readonly date: string;
	readonly scope: string;
	readonly canonicalRequest: string;
}

/**
 * Signs a CreateSession request the way the service demands (fact sheet, section 3.2).
 *
 * @returns Every header to send, Host included, Authorization last. There is no chain header
 * when the chain is empty, because an empty one is refused (CH-05).
 * @throws {ExpectedError} `KEY_UNSUPPORTED` for a key that the service takes no signatures of,
 * `CHAIN_TOO_LONG` for more than five intermediate certificates.
 */
export function signRequest(request: UnsignedRequest, identity: SigningIdentity, at: Date): readonly Header[] {
	const algorithm = signingAlgorithmOf(identity.privateKey);
	if (!algorithm) {
		throw unsupportedKey(identity.privateKey);
	}

	const date = amzDate(at);
	const scope = scopeOf(date, request.region);
	const headers = headersToSign(request, identity, date);
	const signedHeaders = headers.map(([name]) => name);
	const toSign = stringToSign({
		token: algorithm.token,
		date,
		scope,
		canonicalRequest: canonicalRequest({
			...request,
			headers,
			signedHeaders,
			payloadHash: sha256Hex(request.body),
		}),
	});
	const signature = Buffer.from(algorithm.sign(Buffer.from(toSign), identity.privateKey)).toString('hex');
	return [
		...headers,
		[
			'authorization',
			`${algorithm.token} Credential=${identity.serial}/${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`,
		],
	];
}

/** The text that the key signs (fact sheet, WIRE-12). */
export function stringToSign({token, date, scope, canonicalRequest}: StringToSignParts): string {
	return [token, date, scope, sha256Hex(canonicalRequest)].join('\n');
}

/** An instant as X-Amz-Date has it: `YYYYMMDDTHHMMSSZ`, UTC. */
export function amzDate(at: Date): string {
	return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

/** What a signature is good for: one day, one region, this service (fact sheet, WIRE-11). */
export function scopeOf(date: string, region: string): string {
	return `${date.slice(0, 8)}/${region}/rolesanywhere/aws4_request`;
}

/** In the order in which their names are signed. */
function headersToSign({host}: UnsignedRequest, {certificate, chain}: SigningIdentity, date: string): Header[] {
	if (chain.length > MAXIMUM_CHAIN) {
		throw new ExpectedError(
			'CHAIN_TOO_LONG',
			`The certificate needs ${chain.length} intermediate certificates, and IAM Roles Anywhere takes at most ${MAXIMUM_CHAIN}.`,
			{next: ['Register an issuer that is closer to the certificate as the trust anchor.']},
		);
	}

	return [
		['content-type', 'application/json'],
		['host', host],
		['x-amz-date', date],
		['x-amz-x509', base64(certificate)],
		...(chain.length === 0 ? [] : [['x-amz-x509-chain', chain.map(base64).join(',')] satisfies Header]),
	];
}

function base64(der: Uint8Array): string {
	return Buffer.from(der).toString('base64');
}

function unsupportedKey({asymmetricKeyType}: KeyObject): ExpectedError {
	return new ExpectedError(
		'KEY_UNSUPPORTED',
		`IAM Roles Anywhere takes no signatures made with a key of type ${asymmetricKeyType ?? 'unknown'}.`,
		{next: ['Issue a certificate for an RSA or EC key: anchorsmith issue --algorithm p256']},
	);
}
