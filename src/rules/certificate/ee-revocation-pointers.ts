import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {extensionsNamed} from '../present-extensions.ts';
import {defineRule} from '../rule.ts';

const present = extensionsNamed('cRLDistributionPoints', 'freshestCRL');

export default defineRule<CertificateInRole>({
	id: 'ee-revocation-pointers',
	severity: 'notice',
	title: 'Nobody relies on an end-entity certificate being looked up in a revocation list at an address.',
	why: 'The service never fetches such a list, nor asks by OCSP: only lists that are imported revoke anything.',
	fix: 'Nothing needs doing now. To revoke, import the list: aws rolesanywhere import-crl',
	source: userGuide('trust-model', 'Certificate revocation', '2026-11-22', ['CRL-01', 'CRL-02']),
	examples: {
		fails: 'cRLDistributionPoints = DER:30223020a01ea01c861a687474703a2f2f6578616d706c652e636f6d2f63612e63726c31',
		passes: 'subject = CN=host.example.com',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate}) =>
		present(certificate).map(([name]) => ({
			at: `extensions.${name}`,
			message: `${name} points to a revocation list that the service does not fetch.`,
		})),
});
