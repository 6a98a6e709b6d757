import {findProxy} from '../../../aws/proxy.ts';
import {ExpectedError} from '../../../errors.ts';
import {absent, type Look, seen, seenIn, unseen} from '../../evidence/look.ts';
import type {EndpointEvidence, NetworkEvidence, ProxyEvidence, TlsEvidence} from '../../evidence/network.ts';
import {findWayToService} from '../network/find-way-to-service.ts';
import {followLine, type Links} from '../network/follow-line.ts';
import {lookAtAuthorities} from '../network/look-at-authorities.ts';
import {type Before, defineProbe} from '../probe.ts';
import type {Surroundings} from '../surroundings.ts';

/** Milliseconds for each link up to the answer, and for that one (fact sheet, CFG-54). */
const PATIENCE = {connectWithin: 5000, answerWithin: 15_000};

/** The way to the service, link by link; each has its own deadline. Nothing is sent when the person asked for that. */
export const networkProbe = defineProbe({
	part: 'network',
	needs: ['config', 'command'],
	gather: (before, surroundings) => lookAtNetwork(before, surroundings),
});

/**
 * As {@link networkProbe}, with another patience.
 *
 * @throws the reason of the signal once it is aborted.
 */
export async function lookAtNetwork(
	before: Pick<Before, 'command' | 'config'>,
	surroundings: Pick<Surroundings, 'options' | 'env' | 'workingDirectory' | 'now' | 'signal'>,
	patience = PATIENCE,
): Promise<NetworkEvidence> {
	const {look: authorities, bytes} = await lookAtAuthorities(surroundings);
	const endpoint = await lookAtEndpoint(before, surroundings);
	if (endpoint.state !== 'seen') {
		return {endpoint, proxy: noEndpoint, authorities, ...everyLink(noEndpoint)};
	}

	const url = new URL(endpoint.value.url);
	const found = namedProxy(url, surroundings.env);
	const proxy = found.state === 'seen' ? seen(proxyEvidence(found.value)) : found;
	if (surroundings.options.isOffline) {
		return {endpoint, proxy, authorities, ...everyLink(unseen('offline', 'Nothing was sent, as was asked for.'))};
	}

	if (found.state === 'unseen') {
		return {endpoint, proxy, authorities, ...everyLink(unseen('nothing-to-look-at', 'The proxy has no address.'))};
	}

	const {now, signal} = surroundings;
	const links = await followLine({url, proxy: seenIn(found)?.url, authorities: bytes, now, signal, ...patience});
	return {endpoint, proxy, authorities, ...links, tls: withAuthorities(links.tls, seenIn(authorities))};
}

const noEndpoint = unseen('nothing-to-look-at', 'Nothing says where requests are to be sent.');

function everyLink(look: Look<never>): Links {
	return {dns: look, tcp: look, tunnel: look, tls: look, http: look};
}

async function lookAtEndpoint(
	before: Pick<Before, 'command' | 'config'>,
	surroundings: Pick<Surroundings, 'env'>,
): Promise<Look<EndpointEvidence>> {
	try {
		const way = await findWayToService(before, surroundings);
		if (!way) {
			return unseen('nothing-to-look-at', 'No trust anchor and no region is named: it is not known where to ask.');
		}

		const {url, origin, region, warnings} = way;
		return seen({url: url.href.replace(/\/$/, ''), origin, region, warnings});
	} catch (error) {
		return expected(error);
	}
}

function namedProxy(url: URL, env: Surroundings['env']): Look<{readonly url: URL; readonly variable: string}> {
	try {
		const proxy = findProxy(url, env);
		return proxy ? seen(proxy) : absent;
	} catch (error) {
		return expected(error);
	}
}

function proxyEvidence({url, variable}: {readonly url: URL; readonly variable: string}): ProxyEvidence {
	return {url: url.origin, hasPassword: url.username !== '', variable};
}

/** Its message, for an error that a person can mend; every other one is thrown again. */
function expected(error: unknown): Look<never> {
	if (error instanceof ExpectedError) {
		return unseen('failed', error.message, error.code);
	}

	throw error;
}

function withAuthorities(
	tls: Look<TlsEvidence>,
	named: {variable: string; path: string} | undefined,
): Look<TlsEvidence> {
	return tls.state === 'seen' && named?.variable === 'AWS_CA_BUNDLE'
		? seen({...tls.value, authorities: named.path})
		: tls;
}
