import {printable} from '../../printable.ts';
import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<LookedAtAccount>({
	id: 'account-last-use-granted',
	severity: 'notice',
	title: 'The last use of the certificate was granted a session.',
	why: 'A certificate that is marked as failed did authenticate: key, clock and chain were right, and what refused it is the profile, the role or its trust policy.',
	fix: 'Look at the Roles Anywhere profile, its list of roles, and the trust policy of the role.',
	source: userGuide('subjects', 'Subjects', '2026-11-22', ['API-20', 'MON-22']),
	examples: {
		fails:
			'{"subject": {"isEnabled": true, "certificate": {"isEnabled": true, "hasFailed": true, "seenAt": "2026-06-01T00:00:00Z"}}}',
		passes:
			'{"subject": {"isEnabled": true, "certificate": {"isEnabled": true, "hasFailed": false, "seenAt": "2026-06-01T00:00:00Z"}}}',
	},
	appliesTo: ({subject}) => subject?.certificate !== undefined,
	check: ({subject}) =>
		subject?.certificate?.hasFailed
			? [
					{
						at: 'subject.credentials',
						message: `The service knew the certificate at ${printable(subject.certificate.seenAt)} and refused the session all the same.`,
					},
				]
			: [],
});
