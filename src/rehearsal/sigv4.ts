import {createHmac, timingSafeEqual} from 'node:crypto';
import {ok, problem, type Result} from '../result.ts';
import {canonicalRequest, type Header, sha256Hex} from '../session/canonical-request.ts';
import {amzDate, stringToSign} from '../session/sign.ts';
import type {ReceivedRequest} from '../session/verify.ts';

/** What a signature says it is good for. */
export interface CredentialScope {
	/** `YYYYMMDD`. */
	readonly date: string;
	readonly region: string;
	/** The signing name, such as `rolesanywhere`. */
	readonly service: string;
}

/** A key that requests may be signed with. */
export interface AccessKey<Owner> {
	readonly secretAccessKey: string;
	/** Temporary keys have one, and it must come with the request. */
	readonly sessionToken?: string;
	readonly expiresAt?: Date;
	readonly owner: Owner;
}

/** Why a request is not taken for who it says it is. Services have different codes for each. */
export interface SignatureProblem {
	readonly kind: 'missing' | 'incomplete' | 'unknown-key' | 'expired-token' | 'mismatch';
	readonly message: string;
}

/** How far a request's date may be from the clock, either way, in milliseconds. */
const TOLERANCE = 5 * 60_000;

const MISMATCH =
	'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const INVALID_TOKEN = 'The security token included in the request is invalid.';

interface Authorization {
	readonly accessKeyId: string;
	readonly scope: CredentialScope;
	readonly signedHeaders: readonly string[];
	readonly signature: string;
}

/**
 * The scope that the Authorization header names, not yet verified; undefined without such a header.
 * It tells services apart at one endpoint.
 */
export function claimedScope({headers}: ReceivedRequest): CredentialScope | undefined {
	return parseAuthorization(valuesOf(headers, 'authorization')[0] ?? '')?.scope;
}

/**
 * Verifies a SigV4 signature in the Authorization header over the request as received.
 *
 * Any byte changed after signing in the method, path, query, a signed header or the body makes it
 * fail. Stricter than AWS: Content-Type and every `x-amz-` header must be signed, and the query must
 * be in its canonical encoding.
 *
 * @returns Whose key signed.
 */
export function verifySignature<Owner>(
	received: ReceivedRequest,
	{at, findKey}: {readonly at: Date; readonly findKey: (accessKeyId: string) => AccessKey<Owner> | undefined},
): Result<Owner, SignatureProblem> {
	const [header, ...others] = valuesOf(received.headers, 'authorization');
	if (header === undefined) {
		return problem({kind: 'missing', message: missingMessage(received)});
	}

	const authorization = parseAuthorization(header);
	const fault = authorization && others.length === 0 ? findUnsignedHeader(received, authorization) : 'Authorization';
	if (!authorization || fault !== undefined) {
		return problem({kind: 'incomplete', message: incompleteMessage(fault ?? 'Authorization')});
	}

	const key = findKey(authorization.accessKeyId);
	if (!key || !isSame(valuesOf(received.headers, 'x-amz-security-token').join(','), key.sessionToken ?? '')) {
		return problem({kind: 'unknown-key', message: INVALID_TOKEN});
	}

	const untimely = findUntimely(valuesOf(received.headers, 'x-amz-date').join(','), authorization.scope, at);
	if (untimely !== undefined) {
		return problem({kind: 'mismatch', message: untimely});
	}

	if (!isSame(signatureOf(received, authorization, key.secretAccessKey), authorization.signature)) {
		return problem({kind: 'mismatch', message: MISMATCH});
	}

	return key.expiresAt && key.expiresAt.getTime() <= at.getTime()
		? problem({kind: 'expired-token', message: 'The security token included in the request is expired'})
		: ok(key.owner);
}

const AUTHORIZATION =
	/^AWS4-HMAC-SHA256 Credential=(\w{16,128})\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, SignedHeaders=([a-z0-9;_-]+), Signature=([0-9a-f]{64})$/;

function parseAuthorization(text: string): Authorization | undefined {
	const match = AUTHORIZATION.exec(text);
	if (!match) {
		return undefined;
	}

	const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] = match;
	return {accessKeyId, scope: {date, region, service}, signedHeaders: signedHeaders.split(';'), signature};
}

/** Names what keeps the list of signed headers from covering the request, or undefined. */
function findUnsignedHeader({headers, rawQuery}: ReceivedRequest, {signedHeaders}: Authorization): string | undefined {
	const received = headers.map(([name]) => name.toLowerCase());
	const meaningful = received.filter(name => name === 'content-type' || name.startsWith('x-amz-'));
	const unsigned = ['host', 'x-amz-date', ...meaningful].find(name => !signedHeaders.includes(name));
	if (unsigned !== undefined) {
		return `a signed ${unsigned}`;
	}

	if (signedHeaders.some((name, index) => name <= (signedHeaders[index - 1] ?? ''))) {
		return 'SignedHeaders in order';
	}

	if (!/^(?:[\w\-.~=&]|%[0-9A-F]{2})*$/.test(rawQuery)) {
		return 'a query in canonical encoding';
	}

	const unclear = signedHeaders.find(name => received.filter(candidate => candidate === name).length !== 1);
	return unclear === undefined ? undefined : `exactly one ${unclear}`;
}

function findUntimely(text: string, scope: CredentialScope, at: Date): string | undefined {
	const date = parseAmzDate(text);
	if (!date || text.slice(0, 8) !== scope.date) {
		return 'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.';
	}

	const [early, late] = [new Date(at.getTime() - TOLERANCE), new Date(at.getTime() + TOLERANCE)];
	if (date < early) {
		return `Signature expired: ${text} is now earlier than ${amzDate(early)} (${amzDate(at)} - 5 min.)`;
	}

	return date > late
		? `Signature not yet current: ${text} is still later than ${amzDate(late)} (${amzDate(at)} + 5 min.)`
		: undefined;
}

function parseAmzDate(text: string): Date | undefined {
	const date = new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
	return Number.isNaN(date.getTime()) || amzDate(date) !== text ? undefined : date;
}

function signatureOf(received: ReceivedRequest, {scope, signedHeaders}: Authorization, secret: string): string {
	const {method, rawPath, rawQuery, headers, body} = received;
	const toSign = stringToSign({
		token: 'AWS4-HMAC-SHA256',
		date: valuesOf(headers, 'x-amz-date').join(','),
		scope: `${scope.date}/${scope.region}/${scope.service}/aws4_request`,
		canonicalRequest: canonicalRequest({
			method,
			path: rawPath,
			rawQuery,
			headers,
			signedHeaders,
			payloadHash: sha256Hex(body),
		}),
	});
	const key = [scope.date, scope.region, scope.service, 'aws4_request'].reduce<string | Uint8Array>(
		(derivedFrom, part) => createHmac('sha256', derivedFrom).update(part).digest(),
		`AWS4${secret}`,
	);
	return createHmac('sha256', key).update(toSign).digest('hex');
}

/** Compares secrets without telling by its time how much of them is alike. */
function isSame(one: string, other: string): boolean {
	const [left, right] = [Buffer.from(sha256Hex(one)), Buffer.from(sha256Hex(other))];
	return timingSafeEqual(left, right);
}

function valuesOf(headers: readonly Header[], name: string): readonly string[] {
	return headers.flatMap(([candidate, value]) => (candidate.toLowerCase() === name ? [value] : []));
}

function missingMessage({rawQuery}: ReceivedRequest): string {
	return /(?:^|&)X-Amz-Signature=/.test(rawQuery)
		? 'Missing Authentication Token: the rehearsal takes signatures in the Authorization header only.'
		: 'Missing Authentication Token';
}

function incompleteMessage(lacking: string): string {
	return `The request signature does not conform to AWS standards: it lacks ${lacking}.`;
}
