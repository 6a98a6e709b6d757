import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {ISSUE_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

/** The timestamps of public logs (RFC 6962, section 3.3), without which no browser takes a certificate. */
const TIMESTAMPS = '1.3.6.1.4.1.11129.2.4.2';

export default defineRule<CertificateInRole>({
	id: 'ee-not-public',
	severity: 'warning',
	title: 'An end-entity certificate is not issued by a publicly trusted CA.',
	why: 'A publicly trusted CA cannot be a trust anchor, so no path leads from the certificate to one.',
	fix: `Have an issuer of your own issue it: ${ISSUE_AGAIN}`,
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-13']),
	examples: {fails: '1.3.6.1.4.1.11129.2.4.2 = DER:0400', passes: 'subject = CN=host.example.com'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {extensions}}) =>
		extensions.some(({oid}) => oid === TIMESTAMPS)
			? [
					{
						at: `extensions.${TIMESTAMPS}`,
						message: 'It carries timestamps of public logs, as those of publicly trusted CAs do.',
					},
				]
			: [],
});
