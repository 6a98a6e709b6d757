import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

/** Load balancers commonly end between 16 and 64 KiB for all headers together. */
const MOST = 16 * 1024;

export default defineRule<CertificateInRole>({
	id: 'ee-header-size',
	severity: 'warning',
	title: 'An end-entity certificate leaves room in the headers of a request.',
	why: 'It travels in the header X-Amz-X509. No limit is documented, but what stands before the service commonly ends at 16 KiB of headers.',
	fix: 'Issue it again with fewer alternative names, or with an EC key.',
	source: userGuide('authentication', 'The authentication process', '2026-11-22', ['CH-06', 'CH-01', 'WIRE-06']),
	examples: {
		fails: 'subjectAltName = DNS:host.example.com times 700',
		passes: 'subjectAltName = DNS:host.example.com times 70',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {der}}) {
		const length = Math.ceil(der.length / 3) * 4;
		return length > MOST ? [{at: 'certificate', message: `In the header it takes ${length} characters.`}] : [];
	},
});
