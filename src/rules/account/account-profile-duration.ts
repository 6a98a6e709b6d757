import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-profile-duration',
	severity: 'warning',
	title: 'The Roles Anywhere profile gives no longer sessions than the role allows.',
	why: 'A request that leaves the duration to the profile is refused then; only those that ask for less are granted.',
	fix: 'Lower the duration of the profile, or raise the maximum session duration of the role.',
	source: userGuide('authentication-create-session', 'CreateSession API', '2026-11-22', ['DUR-01', 'DUR-02', 'DUR-03']),
	examples: {
		fails:
			'{"durationSeconds": 3600, "profile": {"arn": "PROFILE-ARN", "roleArns": [], "durationSeconds": 43200, "managedPolicyArns": []}, "role": {"arn": "ROLE-ARN", "maxSessionDuration": 3600}}',
		passes:
			'{"durationSeconds": 3600, "profile": {"arn": "PROFILE-ARN", "roleArns": [], "durationSeconds": 3600, "managedPolicyArns": []}, "role": {"arn": "ROLE-ARN", "maxSessionDuration": 3600}}',
	},
	appliesTo: ({durationSeconds, profile, role}) =>
		profile !== undefined && role !== undefined && (durationSeconds ?? Infinity) <= role.maxSessionDuration,
	check: ({profile, role}) =>
		profile && role && profile.durationSeconds > role.maxSessionDuration
			? [
					{
						at: 'profile.durationSeconds',
						message: `The profile gives ${profile.durationSeconds} seconds and the role allows ${role.maxSessionDuration}; only because the request asks for less is it granted.`,
					},
				]
			: [],
});
