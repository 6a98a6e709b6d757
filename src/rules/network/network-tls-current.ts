import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {proxies} from './sources.ts';
import {hostOf, seenOf, unlessItRan} from './way.ts';

const WHEN: ReadonlyMap<string, string> = new Map([
	['CERT_HAS_EXPIRED', 'has ended'],
	['CERT_NOT_YET_VALID', 'has not begun'],
]);

export default defineRule<NetworkSubject>({
	id: 'network-tls-current',
	severity: 'error',
	title: "The certificate of the endpoint is valid by this machine's clock.",
	why: "AWS renews its certificates in time: it is this machine's clock that is wrong, or the authority of a proxy that nobody renewed.",
	fix: "Check this machine's clock: date -u. If it is right, tell whoever runs the proxy.",
	source: proxies(['ERR-18', 'WIRE-18']),
	examples: {
		fails: 'tls = CERT_HAS_EXPIRED',
		passes: 'tls = TLSv1.3',
	},
	appliesTo: ({network}) => network.tls.state === 'seen',
	check(subject) {
		const when = WHEN.get(seenOf(subject.network.tls)?.problem ?? '');
		const host = hostOf(subject.network);
		return when === undefined
			? []
			: [
					{
						at: 'tls',
						message: `By this machine's clock a certificate that ${host} shows ${when}.`,
						...unlessItRan(subject),
					},
				];
	},
});
