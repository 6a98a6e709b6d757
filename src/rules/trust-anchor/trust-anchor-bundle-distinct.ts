import {areSameBytes} from '../../pki/der/der-values.ts';
import type {AnchorBundle} from '../anchor-bundle.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AnchorBundle>({
	id: 'trust-anchor-bundle-distinct',
	severity: 'warning',
	title: 'A trust anchor holds no certificate twice.',
	why: 'There is room for two certificates, and the second place is for the next generation of the CA.',
	fix: 'Leave the second copy out.',
	source: userGuide('quotas', 'Quotas', '2026-11-22', ['CA-21', 'CA-26']),
	examples: {fails: '<certificate>\n<certificate>', passes: '<certificate>'},
	appliesTo: () => true,
	check: ({pem: {blocks}}) =>
		blocks.flatMap(({der}, index) =>
			blocks.slice(0, index).some(earlier => areSameBytes(earlier.der, der))
				? [{at: 'x509CertificateData', message: `Certificate ${index + 1} is the same as one before it.`}]
				: [],
		),
});
