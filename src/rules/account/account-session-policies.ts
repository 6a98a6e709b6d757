import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-session-policies',
	severity: 'notice',
	title: 'The Roles Anywhere profile leaves the role all its permissions.',
	why: 'A session may do only what the role and the session policies of the profile both allow; credentials work, and calls are denied.',
	fix: 'Look at the session policy and the managed policies of the profile when a call is denied that the role allows.',
	source: userGuide('introduction', 'What is IAM Roles Anywhere?', '2026-11-22', [
		'IAM-11',
		'API-06',
		'API-07',
		'API-08',
	]),
	examples: {
		fails:
			'{"profile": {"arn": "PROFILE-ARN", "roleArns": [], "durationSeconds": 3600, "managedPolicyArns": ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}}',
		passes: '{"profile": {"arn": "PROFILE-ARN", "roleArns": [], "durationSeconds": 3600, "managedPolicyArns": []}}',
	},
	appliesTo: ({profile}) => profile !== undefined,
	check: ({profile}) => {
		const managed = profile?.managedPolicyArns.length ?? 0;
		return [
			...(profile?.sessionPolicy === undefined
				? []
				: [{at: 'profile.sessionPolicy', message: 'The profile narrows sessions by a session policy.'}]),
			...(managed === 0
				? []
				: [
						{
							at: 'profile.managedPolicyArns',
							message: `The profile narrows sessions by ${managed} managed ${managed === 1 ? 'policy' : 'policies'}.`,
						},
					]),
		];
	},
});
