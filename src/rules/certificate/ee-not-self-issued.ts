import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {MAKE_NEW_ISSUER} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-not-self-issued',
	severity: 'warning',
	title: 'An end-entity certificate is issued by another than itself.',
	why: 'It would have to be its own trust anchor: as an anchor it must be a CA, as an end-entity certificate it must not.',
	fix: `Make an issuer, and have it issue the certificate: ${MAKE_NEW_ISSUER}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-19']),
	examples: {fails: 'signedBy = itself', passes: 'subject = CN=host.example.com'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate}) =>
		certificate.isSelfIssued && !certificate.subject.isEmpty
			? [{at: 'issuer', message: 'Issuer and subject are the same.'}]
			: [],
});
