import {parseArn} from '../../aws/arn.ts';
import {printable} from '../../printable.ts';
import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-same-account',
	severity: 'warning',
	title: 'Whoever looks at the account administers the one that the ARNs name.',
	why: 'The service looks in the account of the trust anchor alone, and so nothing of it was seen; or the ARNs are those of another account.',
	fix: 'Name a CLI profile that administers that account with --admin-profile, or correct the ARNs.',
	source: userGuide('introduction', 'What is IAM Roles Anywhere?', '2026-11-22', ['CA-27', 'ERR-06']),
	examples: {
		fails:
			'{"trustAnchorArn": "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/A", "administrator": {"arn": "arn:aws:iam::444455556666:user/admin", "accountId": "444455556666"}}',
		passes:
			'{"trustAnchorArn": "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/A", "administrator": {"arn": "arn:aws:iam::111122223333:user/admin", "accountId": "111122223333"}}',
	},
	appliesTo: ({administrator}) => administrator !== undefined,
	check: account =>
		(['trustAnchorArn', 'profileArn', 'roleArn'] as const).flatMap(at => {
			const arn = parseArn(account[at] ?? '');
			const looked = account.administrator?.accountId;
			return looked === undefined || !arn.ok || arn.value.accountId === '' || arn.value.accountId === looked
				? []
				: [
						{
							at,
							message: `${arn.value.text} is in the account ${arn.value.accountId}; the credentials that look at it are for ${printable(looked)}.`,
						},
					];
		}),
});
