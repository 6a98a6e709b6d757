import type {LookedAtAccount} from '../account-subject.ts';
import {iamGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

/** How long a new role may not be known everywhere; our reading of what others saw (IAM-20). */
const SETTLING_MS = 2 * 60_000;

export default defineRule<LookedAtAccount>({
	id: 'account-role-settled',
	severity: 'notice',
	title: 'The role is not so new that AWS may not know it everywhere yet.',
	why: 'For up to about a minute after a role is made, sessions may be refused as if its trust policy did not allow them.',
	fix: 'Wait a minute, then ask again.',
	source: iamGuide('troubleshoot', 'Troubleshoot IAM', '2026-11-22', ['IAM-20']),
	examples: {
		fails:
			'{"at": "2026-06-01T00:01:00Z", "role": {"arn": "ARN", "maxSessionDuration": 3600, "createdAt": "2026-06-01T00:00:00Z"}}',
		passes:
			'{"at": "2026-06-01T00:03:00Z", "role": {"arn": "ARN", "maxSessionDuration": 3600, "createdAt": "2026-06-01T00:00:00Z"}}',
	},
	appliesTo: ({role}) => role?.createdAt !== undefined,
	check: ({at, role, subject}) => {
		const createdAt = Date.parse(role?.createdAt ?? '');
		const age = Date.parse(at) - createdAt;
		const lastUse = subject?.certificate;
		const isProven = lastUse !== undefined && !lastUse.hasFailed && Date.parse(lastUse.seenAt) >= createdAt;
		return age >= 0 && age < SETTLING_MS && !isProven
			? [{at: 'role', message: `The role was made ${Math.round(age / 1000)} seconds ago.`}]
			: [];
	},
});
