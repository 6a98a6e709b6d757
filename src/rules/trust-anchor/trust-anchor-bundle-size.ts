import type {AnchorBundle} from '../anchor-bundle.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

const MAXIMUM = 16_000;

export default defineRule<AnchorBundle>({
	id: 'trust-anchor-bundle-size',
	severity: 'error',
	title: 'The certificates of a trust anchor take no more than 16 000 characters of PEM.',
	why: 'The service takes no longer text.',
	fix: 'Leave out text outside the certificates and all but the one or two CA certificates.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-20']),
	refusal: {
		code: 'ValidationException',
		message:
			"1 validation error detected: Value at 'source.sourceData.x509CertificateData' failed to satisfy constraint: Member must have length less than or equal to 16000",
	},
	examples: {fails: '<certificate> times 40', passes: '<certificate>'},
	appliesTo: () => true,
	check: ({text}) =>
		text.length <= MAXIMUM ? [] : [{at: 'x509CertificateData', message: `The PEM has ${text.length} characters.`}],
});
