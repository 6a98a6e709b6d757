import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Thirteen months: what ACM gives a private certificate (fact sheet, PCA-08), and about what the public web still allowed. */
const LONGEST = 398;

export default defineRule<CertificateInRole>({
	id: 'ee-lifetime',
	severity: 'notice',
	title: 'An end-entity certificate lives 398 days at most.',
	why: 'No maximum is documented, but a stolen key makes sessions until the certificate ends or a revocation list is imported.',
	fix: 'Issue the next one for weeks rather than years, and let something renew it.',
	source: userGuide('trust-model', 'Certificate revocation', '2026-11-22', ['EE-14', 'CRL-01']),
	examples: {
		fails: 'notBefore = 2026-05-01T00:00:00Z\nnotAfter = 2036-05-01T00:00:00Z',
		passes: 'notBefore = 2026-05-01T00:00:00Z\nnotAfter = 2027-05-01T00:00:00Z',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {validity}}) {
		const days = Math.floor((validity.notAfter.getTime() - validity.notBefore.getTime()) / DAY);
		return days > LONGEST ? [{at: 'validity', message: `It is valid for ${days} days.`}] : [];
	},
});
