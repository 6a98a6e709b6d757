import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';

/** When everything was gathered: by the service's clock where it was seen, else by this machine's. */
export function serviceTime({at, network}: Pick<Evidence, 'at' | 'network'>): Date {
	return new Date(Date.parse(at) + (seenIn(network.http)?.clockOffset ?? 0));
}
