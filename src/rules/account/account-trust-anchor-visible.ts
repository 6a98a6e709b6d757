import {printable} from '../../printable.ts';
import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-trust-anchor-visible',
	severity: 'notice',
	title: 'The certificates of the trust anchor can be seen.',
	why: 'Of a trust anchor that AWS Private CA stands behind, the service shows no certificate, so nobody can tell here whether a chain leads to it.',
	fix: 'Compare the issuer yourself: aws acm-pca get-certificate-authority-certificate --certificate-authority-arn ARN',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['CA-22', 'PCA-04']),
	examples: {
		fails: '{"trustAnchor": {"arn": "ARN", "sourceType": "AWS_ACM_PCA", "privateCaArn": "CA-ARN"}}',
		passes: '{"trustAnchor": {"arn": "ARN", "sourceType": "CERTIFICATE_BUNDLE", "certificates": "PEM"}}',
	},
	appliesTo: ({trustAnchor}) => trustAnchor !== undefined,
	check: ({trustAnchor}) =>
		trustAnchor === undefined || trustAnchor.certificates !== undefined
			? []
			: [
					{
						at: 'trustAnchor.source',
						message: `The certificates of the trust anchor are not shown: ${
							trustAnchor.privateCaArn === undefined
								? `its source is ${printable(trustAnchor.sourceType)}`
								: `they are those of ${printable(trustAnchor.privateCaArn)}`
						}.`,
						...(trustAnchor.privateCaArn !== undefined && {
							fix: `Compare the issuer yourself: aws acm-pca get-certificate-authority-certificate --certificate-authority-arn ${printable(trustAnchor.privateCaArn)}`,
						}),
					},
				],
});
