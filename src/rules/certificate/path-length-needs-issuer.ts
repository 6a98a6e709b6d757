import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'path-length-needs-issuer',
	severity: 'warning',
	title: 'Only a certificate that may sign others has a path length.',
	why: 'RFC 5280 forbids a path length without cA=TRUE and keyCertSign, and some readers reject it.',
	fix: 'Issue it again without the path length.',
	source: rfc5280('4.2.1.9', '2026-11-22', ['CA-04', 'EE-17']),
	examples: {
		fails: 'basicConstraints = critical, CA:FALSE, pathlen:0',
		passes: 'basicConstraints = critical, CA:FALSE',
	},
	appliesTo: () => true,
	check({certificate}) {
		const constraints = decodedValue(certificate.basicConstraints);
		const maySign = constraints?.isCa && decodedValue(certificate.keyUsage)?.includes('keyCertSign');
		return constraints?.pathLength === undefined || maySign
			? []
			: [
					{
						at: 'extensions.basicConstraints',
						message: `basicConstraints has the path length ${constraints.pathLength}.`,
					},
				];
	},
});
