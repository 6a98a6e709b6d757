import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {extensionsNamed} from '../present-extensions.ts';
import {defineRule} from '../rule.ts';

const present = extensionsNamed(
	'subjectKeyIdentifier',
	'authorityKeyIdentifier',
	'freshestCRL',
	'authorityInformationAccess',
	'subjectInformationAccess',
);

export default defineRule<CertificateInRole>({
	id: 'extension-not-critical',
	severity: 'warning',
	title: 'Extensions that only help to find things are not critical.',
	why: 'RFC 5280 forbids these to be critical: a reader that does not use them would have to reject the certificate.',
	fix: 'Issue it again with these extensions not critical.',
	source: rfc5280('4.2.1.1', '2026-11-22', ['EE-16', 'CA-17']),
	examples: {fails: 'subjectKeyIdentifier = critical, 0102', passes: 'subjectKeyIdentifier = 0102'},
	appliesTo: () => true,
	check: ({certificate}) =>
		present(certificate)
			.filter(([, {isCritical}]) => isCritical)
			.map(([name]) => ({at: `extensions.${name}`, message: `${name} is critical.`})),
});
