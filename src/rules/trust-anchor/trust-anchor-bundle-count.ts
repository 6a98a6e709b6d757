import type {AnchorBundle} from '../anchor-bundle.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

const MAXIMUM = 2;

export default defineRule<AnchorBundle>({
	id: 'trust-anchor-bundle-count',
	severity: 'error',
	title: 'A trust anchor holds no more than two certificates.',
	why: "The second place is for the next generation of the CA; the quota cannot be raised. The service's words for more are not recorded.",
	fix: 'Keep the CA that issues now and at most the one before or after it.',
	source: userGuide('quotas', 'Quotas', '2026-11-22', ['CA-21', 'ERR-27']),
	examples: {fails: '<certificate>\n<certificate>\n<certificate>', passes: '<certificate>'},
	appliesTo: () => true,
	check: ({pem: {blocks}}) =>
		blocks.length <= MAXIMUM ? [] : [{at: 'x509CertificateData', message: `There are ${blocks.length} certificates.`}],
});
