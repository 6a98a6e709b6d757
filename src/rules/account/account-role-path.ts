import {printable} from '../../printable.ts';
import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-role-path',
	severity: 'warning',
	title: 'The ARN of the role has the path that the role has.',
	why: 'Role ARNs are compared as they are written: the same name below another path is another role to the service.',
	fix: 'Give the ARN as IAM shows it, path included, in the request and in the list of the Roles Anywhere profile.',
	source: userGuide('getting-started', 'Getting started', '2026-11-22', ['ERR-08']),
	examples: {
		fails:
			'{"roleArn": "arn:aws:iam::111122223333:role/Uploader", "profile": {"arn": "PROFILE-ARN", "roleArns": ["arn:aws:iam::111122223333:role/app/Uploader"], "durationSeconds": 3600, "managedPolicyArns": []}}',
		passes:
			'{"roleArn": "arn:aws:iam::111122223333:role/app/Uploader", "profile": {"arn": "PROFILE-ARN", "roleArns": ["arn:aws:iam::111122223333:role/app/Uploader"], "durationSeconds": 3600, "managedPolicyArns": []}}',
	},
	appliesTo: ({roleArn, role, profile}) => roleArn !== undefined && (role !== undefined || profile !== undefined),
	check: ({roleArn = '', role, profile}) => [
		...(profile === undefined || profile.roleArns.includes(roleArn)
			? []
			: profile.roleArns
					.filter(listed => isNamesake(listed, roleArn))
					.map(listed => ({
						at: 'profile.roleArns',
						message: `The request names ${printable(roleArn)}; the profile lists ${printable(listed)}.`,
					}))),
		...(role !== undefined && role.arn !== roleArn && isNamesake(role.arn, roleArn)
			? [{at: 'roleArn', message: `The request names ${printable(roleArn)}; the role is ${printable(role.arn)}.`}]
			: []),
	],
});

/** The same name in the same account, below another path. */
function isNamesake(one: string, other: string): boolean {
	const nameOf = (arn: string) => arn.replace(/:role\/(?:.*\/)?/, ':role/');
	return one !== other && nameOf(one) === nameOf(other);
}
