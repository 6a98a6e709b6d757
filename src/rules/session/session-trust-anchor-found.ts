import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly arn: string; readonly isFound: boolean}>({
	id: 'session-trust-anchor-found',
	severity: 'error',
	title: 'The trust anchor of a session request exists in this account and region.',
	why: 'The service looks the trust anchor up by the ARN of the request, in its own region and account alone.',
	fix: 'Compare the ARN, its region and account included, with the list of trust anchors.',
	source: userGuide('authentication-create-session', 'CreateSession API', '2026-11-22', ['ERR-06', 'CA-27']),
	refusal: {code: 'AccessDeniedException', message: "Specified Trust Anchor wasn't found."},
	examples: {
		fails: '{"arn": "TRUST-ANCHOR-ARN", "isFound": false}',
		passes: '{"arn": "TRUST-ANCHOR-ARN", "isFound": true}',
	},
	appliesTo: () => true,
	check: ({arn, isFound}) =>
		isFound
			? []
			: [{at: 'trustAnchorArn', message: `There is no trust anchor ${printable(arn)} in this account and region.`}],
});
