import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly arn: string; readonly roleArns: readonly string[]}>({
	id: 'session-profile-has-roles',
	severity: 'error',
	title: 'The Roles Anywhere profile of a session request lists at least one role.',
	why: "A profile may be made without roles, and then no session succeeds. The service's words for that are not recorded.",
	fix: 'Add the role to the profile.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['API-05', 'ERR-07']),
	examples: {
		fails: '{"arn": "PROFILE-ARN", "roleArns": []}',
		passes: '{"arn": "PROFILE-ARN", "roleArns": ["ROLE-ARN"]}',
	},
	appliesTo: () => true,
	check: ({arn, roleArns}) =>
		roleArns.length > 0 ? [] : [{at: 'profileArn', message: `Profile ${printable(arn)} lists no role.`}],
});
