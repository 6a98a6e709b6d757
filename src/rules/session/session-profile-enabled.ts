import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly arn: string; readonly isEnabled: boolean}>({
	id: 'session-profile-enabled',
	severity: 'error',
	title: 'The Roles Anywhere profile of a session request is enabled.',
	why: "While a profile is disabled, every session request that names it is refused. The service's words for that are not recorded.",
	fix: 'Enable the profile: aws rolesanywhere enable-profile.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['ERR-14', 'CRL-08']),
	examples: {fails: '{"arn": "PROFILE-ARN", "isEnabled": false}', passes: '{"arn": "PROFILE-ARN", "isEnabled": true}'},
	appliesTo: () => true,
	check: ({arn, isEnabled}) =>
		isEnabled ? [] : [{at: 'profileArn', message: `Profile ${printable(arn)} is disabled.`}],
});
