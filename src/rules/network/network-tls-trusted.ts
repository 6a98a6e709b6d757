import type {TlsEvidence} from '../../doctor/evidence/network.ts';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {proxies} from './sources.ts';
import {hostOf, seenOf, unlessItRan} from './way.ts';

/** Of other rules: the name and the dates of the certificate. */
const OTHERWISE = /^(?:ERR_TLS_CERT_ALTNAME_INVALID|CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/;

export default defineRule<NetworkSubject>({
	id: 'network-tls-trusted',
	severity: 'error',
	title: 'An authority that is trusted here vouches for the certificate of the endpoint.',
	why: 'A proxy that inspects TLS answers with certificates of its own authority. Whoever does not trust that one stops, so that nobody else can answer for AWS.',
	fix: 'Have the certificate of that authority from whoever runs the network, and name its file: export AWS_CA_BUNDLE=/path/to/authorities.pem',
	source: proxies(['ERR-18', 'HLP-02']),
	examples: {
		fails: 'tls = SELF_SIGNED_CERT_IN_CHAIN\nissuer = CN=Example Web Gateway,O=Example',
		passes: 'tls = TLSv1.3',
	},
	appliesTo: ({network}) => network.tls.state === 'seen',
	check(subject) {
		const tls = seenOf(subject.network.tls);
		if (!tls || tls.isTrusted || OTHERWISE.test(tls.problem ?? '')) {
			return [];
		}

		return [
			{
				at: 'tls',
				message: `${whoAnswers(tls, hostOf(subject.network))} (${printable(tls.problem ?? 'for a reason that is not known')}).`,
				...(tls.authorities !== undefined && {
					fix: `Add the authority to ${printable(tls.authorities)}, which AWS_CA_BUNDLE names, or unset AWS_CA_BUNDLE where nothing opens TLS.`,
				}),
				...unlessItRan(subject),
			},
		];
	},
});

function whoAnswers({issuer, authorities}: TlsEvidence, host: string): string {
	const list = authorities === undefined ? 'the authorities that are trusted here' : printable(authorities);
	return issuer === undefined
		? `What answers as ${host} shows a certificate that is not vouched for by ${list}`
		: `What answers as ${host} has its certificate from ${quoted(issuer)}, which is not among ${list}`;
}
