import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-path-length',
	severity: 'notice',
	title: 'The certificate of an issuer limits how many issuers may follow below it.',
	why: 'Without a limit whoever holds a key below it that may sign certificates can make further issuers.',
	fix: 'Make the next one with a path length: 0 when it signs end-entity certificates, 1 with one issuer between.',
	source: rfc5280('4.2.1.9', '2026-11-22', ['CA-04']),
	examples: {
		fails: 'role = issuer\nbasicConstraints = critical, CA:TRUE',
		passes: 'role = issuer\nbasicConstraints = critical, CA:TRUE, pathlen:0',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check({certificate}) {
		const constraints = decodedValue(certificate.basicConstraints);
		return constraints?.isCa && constraints.pathLength === undefined
			? [{at: 'extensions.basicConstraints', message: 'basicConstraints has no path length.'}]
			: [];
	},
});
