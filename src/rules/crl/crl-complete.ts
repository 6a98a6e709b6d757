import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-complete',
	severity: 'error',
	title: 'The list is complete.',
	why: 'The service knows one list per import: a delta, or a list for some reasons or certificates only, would stand for everything.',
	fix: 'Import the complete list of the issuer.',
	source: rfc5280('5.1', '2026-11-22', ['CRL-07']),
	examples: {fails: '2.5.29.27 = critical, DER:020101', passes: 'revoked = 1, 2'},
	appliesTo: () => true,
	check: ({crl}) => {
		const scope = crl.issuingDistributionPoint.state !== 'absent';
		const isDelta = crl.deltaBase.state !== 'absent';
		return isDelta || scope
			? [
					{
						at: 'extensions',
						message: isDelta ? 'It is a delta CRL.' : 'It has a limited scope (issuingDistributionPoint).',
					},
				]
			: [];
	},
});
