import type {NetworkEvidence} from '../../doctor/evidence/network.ts';
import {seenOf} from './way.ts';

/**
 * What the proxy itself answered: to the request for a tunnel, or 407 to a request that it was to pass on. Undefined when
 * none was asked, or it passed on what somebody else answered.
 */
export function proxyStatus({proxy, tunnel, http}: NetworkEvidence): number | undefined {
	if (proxy.state !== 'seen') {
		return undefined;
	}

	const asked = seenOf(tunnel)?.status;
	return asked ?? (tunnel.state === 'absent' && seenOf(http)?.status === 407 ? 407 : undefined);
}
