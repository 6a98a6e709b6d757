import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly arn: string; readonly isFound: boolean}>({
	id: 'session-profile-found',
	severity: 'error',
	title: 'The Roles Anywhere profile of a session request exists in this account and region.',
	why: 'The service looks the profile up by the ARN of the request, in its own region and account alone.',
	fix: 'Compare the ARN, its region and account included, with the list of profiles.',
	source: userGuide('authentication-create-session', 'CreateSession API', '2026-11-22', ['ERR-07', 'CA-27']),
	refusal: {code: 'AccessDeniedException', message: 'Invalid or empty profile provided.'},
	examples: {fails: '{"arn": "PROFILE-ARN", "isFound": false}', passes: '{"arn": "PROFILE-ARN", "isFound": true}'},
	appliesTo: () => true,
	check: ({arn, isFound}) =>
		isFound ? [] : [{at: 'profileArn', message: `There is no profile ${printable(arn)} in this account and region.`}],
});
