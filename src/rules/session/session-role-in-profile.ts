import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<{readonly roleArn: string; readonly roleArns: readonly string[]}>({
	id: 'session-role-in-profile',
	severity: 'error',
	title: 'The role of a session request is one of those that the profile lists.',
	why: 'The ARNs are compared as they are written, path included.',
	fix: 'Add the role to the profile, giving the whole list again since it replaces the old one, or correct the ARN.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['ERR-08']),
	refusal: {code: 'AccessDeniedException', message: "Requested Role isn't one of those listed in the Profile."},
	examples: {
		fails: '{"roleArn": "ROLE-ARN", "roleArns": ["OTHER-ROLE-ARN"]}',
		passes: '{"roleArn": "ROLE-ARN", "roleArns": ["ROLE-ARN"]}',
	},
	appliesTo: () => true,
	check: ({roleArn, roleArns}) =>
		roleArns.includes(roleArn)
			? []
			: [
					{
						at: 'roleArn',
						message: `The profile does not list ${printable(roleArn)}; it lists ${roleArns.map(printable).join(', ')}.`,
					},
				],
});
