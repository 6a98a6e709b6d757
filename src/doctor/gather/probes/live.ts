import path from 'node:path';
import {ExpectedError} from '../../../errors.ts';
import {printable} from '../../../printable.ts';
import {createSession, type SessionMeans} from '../../../session/create-session.ts';
import {loadIdentity} from '../../../session/load-identity.ts';
import {ServiceError} from '../../../session/service-error.ts';
import {regionOf, type SessionOrder} from '../../../session/session-order.ts';
import type {SigningIdentity} from '../../../session/sign.ts';
import type {LiveAnswer} from '../../evidence/answer.ts';
import type {CommandEvidence} from '../../evidence/command.ts';
import {type Look, seen, seenIn, unseen} from '../../evidence/look.ts';
import type {NetworkEvidence} from '../../evidence/network.ts';
import {findPassphrase} from '../find-passphrase.ts';
import {findWayToService} from '../network/find-way-to-service.ts';
import {type Before, defineProbe} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';

/**
 * One real CreateSession request of our own for what the command asks for: the files read afresh, the service's first
 * word on it reported, whatever the clocks say. Asked again once when the service was too busy. Nothing that it grants
 * is kept.
 */
export const liveProbe = defineProbe({
	part: 'live',
	needs: ['config', 'command', 'files', 'network'],
	async gather(before, surroundings): Promise<Look<LiveAnswer>> {
		if (surroundings.options.isOffline) {
			return unseen('offline', 'The service was not asked.');
		}

		const command = before.command && seenIn(before.command);
		const request = command && requestOf(command);
		if (!request) {
			return unseen('nothing-to-look-at', 'No command says with which files and for which role to ask.');
		}

		if (before.network && isSilent(before.network)) {
			return unseen('unreachable', 'The service was not asked: nothing answers on the way to it.', 'ETIMEDOUT');
		}

		return ask(request, before, surroundings);
	},
});

interface LiveRequest {
	readonly order: SessionOrder;
	readonly files: {readonly certificate: string; readonly privateKey: string; readonly intermediates?: string};
	/** As it stands in the words. */
	readonly duration: string | undefined;
}

/** Undefined when a part is missing without which nothing can be asked. */
function requestOf({order, program}: CommandEvidence): LiveRequest | undefined {
	const {certificate, privateKey, intermediates, trustAnchorArn, profileArn, roleArn} = order;
	if (!certificate || !privateKey || !trustAnchorArn || !profileArn || !roleArn) {
		return undefined;
	}

	const {roleSessionName, region, endpoint} = order;
	const isOfficial = seenIn(program)?.maker === 'official-helper';
	return {
		order: {trustAnchorArn, profileArn, roleArn, roleSessionName, region, endpoint},
		files: {certificate, privateKey, ...(intermediates !== undefined && {intermediates})},
		duration: order.sessionDuration ?? (isOfficial ? OFFICIAL_DURATION : undefined),
	};
}

/** Seconds for which the official helper always asks, when no word says otherwise (fact sheet, DUR-04). */
const OFFICIAL_DURATION = '3600';

function isSilent({dns, tcp, tunnel, tls, http}: NetworkEvidence): boolean {
	return [dns, tcp, tunnel, tls, http].some(look => look.state === 'unseen' && look.code === 'ETIMEDOUT');
}

async function ask(request: LiveRequest, before: Before, surroundings: Surroundings): Promise<Look<LiveAnswer>> {
	try {
		const identity = await openIdentity(request, before, surroundings);
		return 'state' in identity ? identity : seen(await answerTo(request, identity, before, surroundings));
	} catch (error) {
		surroundings.signal.throwIfAborted();
		return seen(answerOf(error));
	}
}

/** A file that cannot be read is for the look at the files to tell. */
async function openIdentity(
	{files}: LiveRequest,
	before: Before,
	surroundings: Surroundings,
): Promise<SigningIdentity | Look<never>> {
	const absolute = (file: string): string => path.resolve(surroundings.workingDirectory, file);
	try {
		const passphrase = await findPassphrase(before, surroundings);
		return await loadIdentity(
			{
				certificate: absolute(files.certificate),
				privateKey: absolute(files.privateKey),
				intermediates: files.intermediates === undefined ? undefined : absolute(files.intermediates),
				passphrase,
			},
			surroundings.now(),
		);
	} catch (error) {
		if (error instanceof ExpectedError && /^FILE_(?:MISSING|UNREADABLE)$/.test(error.code)) {
			return unseen('nothing-to-look-at', `The service was not asked: ${error.message}`, error.code);
		}

		throw error;
	}
}

async function answerTo(
	{order, duration}: LiveRequest,
	identity: SigningIdentity,
	before: Before,
	surroundings: Surroundings,
): Promise<LiveAnswer> {
	const region = regionOf(order);
	const way = await findWayToService(before, surroundings);
	if (!way) {
		throw new Error('a request with a region has an endpoint');
	}

	const session = await createSession(
		{...order, identity, region, endpoint: way.url, durationSeconds: secondsOf(duration)},
		meansOf(surroundings),
	);
	return {
		outcome: 'granted',
		assumedRoleArn: printable(session.assumedRoleArn ?? ''),
		expiration: session.expiration.toISOString(),
	};
}

function meansOf({env, signal, now, sleep, randomBytes}: Surroundings): SessionMeans {
	return {
		env,
		signal,
		now,
		sleep,
		random: () => new DataView(Uint8Array.from(randomBytes(4)).buffer).getUint32(0) / 2 ** 32,
		warn: () => undefined,
		attempts: 2,
		followsServiceClock: false,
	};
}

function secondsOf(duration: string | undefined): number | undefined {
	if (duration === undefined || /^\d{1,9}$/.test(duration)) {
		return duration === undefined ? undefined : Number(duration);
	}

	throw new ExpectedError('USAGE', `"${printable(duration)}" is no number of seconds.`, {
		next: ['Give --session-duration a number from 900 to 43200.'],
	});
}

function answerOf(error: unknown): LiveAnswer {
	if (error instanceof ServiceError) {
		const {status, serviceCode, serviceMessage, requestId} = error;
		return {
			outcome: 'refused',
			status,
			...(serviceCode !== undefined && {code: printable(serviceCode)}),
			message: printable(serviceMessage),
			...(requestId !== undefined && {requestId: printable(requestId)}),
		};
	}

	if (error instanceof ExpectedError) {
		return {outcome: 'failed', code: error.code, message: error.message};
	}

	throw error;
}
