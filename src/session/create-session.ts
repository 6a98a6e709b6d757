import {exchange, type HttpAnswer} from '../aws/exchange.ts';
import {ExpectedError} from '../errors.ts';
import {encodeQuery} from './canonical-request.ts';
import {type CredentialSession, readSession} from './credential-session.ts';
import {isPassing, readServiceAnswer, type ServiceAnswer, serviceError, strangeAnswer} from './service-error.ts';
import {type SigningIdentity, signRequest} from './sign.ts';

/** What is asked for, and who asks. */
export interface SessionInput {
	readonly identity: SigningIdentity;
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
	/** Seconds, 900 to 43200; left out, the Roles Anywhere profile's own (DUR-01). */
	readonly durationSeconds?: number | undefined;
	/** Refused unless the Roles Anywhere profile accepts such names (RSN-01). */
	readonly roleSessionName?: string | undefined;
	/** Of the trust anchor (EPT-07). */
	readonly region: string;
	/** Without `/sessions`. */
	readonly endpoint: URL;
}

/** What of the world is needed to ask. */
export interface SessionMeans {
	/** Read for proxy variables and AWS_CA_BUNDLE. */
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly signal: AbortSignal;
	readonly now: () => Date;
	/** From 0 up to, not including, 1. */
	readonly random: () => number;
	/** Resolves after so many milliseconds; rejects once the signal is aborted. */
	readonly sleep: (milliseconds: number) => Promise<void>;
	/** Told what the person should know although the session was granted. */
	readonly warn: (text: string) => void;
	/** Milliseconds; 5 000 by default (CFG-54). */
	readonly connectWithin?: number;
	/** Milliseconds; 15 000 by default (CFG-54). */
	readonly answerWithin?: number;
	/** How often it is asked at most, as long as waiting may help; 3 by default. */
	readonly attempts?: number;
	/** False to take a refusal for what it is, whatever the clocks say; true by default. */
	readonly followsServiceClock?: boolean;
}

/** Milliseconds, doubled with every attempt and then multiplied by a random number. */
const FIRST_PAUSE = 400;
/** A clock that is off by more than this explains a refused signature (WIRE-18). */
const CLOCK_SUSPECT_MS = 4 * 60_000;

/**
 * Exchanges a certificate for credentials of a role.
 *
 * Tries up to three times unless told otherwise, each with a signature of its own, as long as the network, a 5xx or
 * throttling is in the way (WIRE-19). When the service calls the signature invalid and its clock
 * differs from ours by more than four minutes, asks once more by its clock (WIRE-18).
 *
 * @throws {ServiceError} when the service says no: `SESSION_REFUSED`, or `SESSION_UNAVAILABLE` when it may say yes later.
 * @throws {ExpectedError} `ENDPOINT_UNREACHABLE`, `ENDPOINT_UNTRUSTED`, `ANSWER_UNREADABLE`, and what {@link signRequest} throws.
 */
export async function createSession(input: SessionInput, means: SessionMeans): Promise<CredentialSession> {
	const answer = await askPatiently(input, means, 0);
	const refused = answer.refusal;
	const {followsServiceClock = true} = means;
	const offset = refused && followsServiceClock ? clockOffset(answer, refused, means.now()) : undefined;
	if (offset === undefined) {
		return conclude(input, answer);
	}

	const second = await askPatiently(input, means, offset);
	if (second.refusal && isInvalidSignature(second.refusal)) {
		throw await serviceError(second.refusal, [clockAdvice(offset)]);
	}

	means.warn(`${clockAdvice(offset)} (credentials were asked for by the service's clock)`);
	return conclude(input, second);
}

interface Answered extends HttpAnswer {
	/** When it is no success and is the service's own. */
	readonly refusal: ServiceAnswer | undefined;
}

/** Asks until there is an answer that waiting would not change, or the attempts are used up. */
async function askPatiently(input: SessionInput, means: SessionMeans, offset: number): Promise<Answered> {
	const {attempts = 3} = means;
	for (let attempt = 1; ; attempt++) {
		const isLast = attempt >= attempts;
		try {
			const answer = await ask(input, means, offset);
			if (isLast || isSuccess(answer) || !isPassing(answer.refusal ?? answer)) {
				return answer;
			}
		} catch (error) {
			if (isLast || !(error instanceof ExpectedError && error.code === 'ENDPOINT_UNREACHABLE')) {
				throw error;
			}
		}

		await means.sleep(means.random() * FIRST_PAUSE * 2 ** attempt);
	}
}

/** Signs and sends once, by a clock that is so many milliseconds ahead of ours. */
async function ask(input: SessionInput, means: SessionMeans, offset: number): Promise<Answered> {
	const {trustAnchorArn, profileArn, roleArn, durationSeconds, roleSessionName, endpoint, region, identity} = input;
	const url = new URL(endpoint);
	url.pathname = `${endpoint.pathname.replace(/\/+$/, '')}/sessions`;
	const rawQuery = encodeQuery({trustAnchorArn, profileArn, roleArn});
	const body = Buffer.from(JSON.stringify({durationSeconds, roleSessionName}));
	const at = new Date(means.now().getTime() + offset);
	const headers = signRequest(
		{method: 'POST', host: url.host, path: url.pathname, rawQuery, body, region},
		identity,
		at,
	);
	url.search = rawQuery;
	const {env, signal, connectWithin = 5000, answerWithin = 15_000} = means;
	const answer = await exchange({url, method: 'POST', headers, body}, {env, signal, connectWithin, answerWithin});
	return {...answer, refusal: isSuccess(answer) ? undefined : readServiceAnswer(answer)};
}

async function conclude({endpoint}: SessionInput, answer: Answered): Promise<CredentialSession> {
	if (answer.refusal) {
		throw await serviceError(answer.refusal);
	}

	const session = isSuccess(answer) ? readSession(answer.body) : undefined;
	if (!session) {
		throw strangeAnswer(endpoint, answer);
	}

	return session;
}

function isSuccess({status}: HttpAnswer): boolean {
	return status >= 200 && status < 300;
}

/** How far the service's clock is ahead of ours in milliseconds, when that explains why it refused. */
function clockOffset({headers}: HttpAnswer, refused: ServiceAnswer, now: Date): number | undefined {
	const offset = Date.parse(headers['date'] ?? '') - now.getTime();
	return isInvalidSignature(refused) && Math.abs(offset) > CLOCK_SUSPECT_MS ? offset : undefined;
}

function isInvalidSignature({status, serviceMessage}: ServiceAnswer): boolean {
	return status === 403 && /invalid signature/i.test(serviceMessage);
}

function clockAdvice(offset: number): string {
	const minutes = Math.round(Math.abs(offset) / 60_000);
	return `Set this machine's clock: it is ${minutes} minutes ${offset > 0 ? 'behind' : 'ahead of'} the service's`;
}
