import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly arn: string; readonly isFound: boolean}>({
	id: 'session-role-found',
	severity: 'error',
	title: 'The role of a session request exists in this account.',
	why: 'A profile may list roles that were deleted or never made; nothing checks it until a session is asked for.',
	fix: 'Create the role again, or use another one and list it in the profile.',
	source: userGuide('trust-model', 'Trust policy', '2026-11-22', ['ERR-10', 'API-18']),
	refusal: {code: 'AccessDeniedException', message: 'Unable to assume role for'},
	examples: {fails: '{"arn": "ROLE-ARN", "isFound": false}', passes: '{"arn": "ROLE-ARN", "isFound": true}'},
	appliesTo: () => true,
	check: ({arn, isFound}) => (isFound ? [] : [{at: 'roleArn', message: `There is no role ${printable(arn)}.`}]),
});
