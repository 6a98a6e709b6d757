import {userGuide} from '../citation.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<{readonly reasons: readonly Shortcoming[]}>({
	id: 'session-role-trust',
	severity: 'error',
	title: 'The trust policy lets Roles Anywhere assume the role, tag the session and set its source identity.',
	why: 'The policy must allow rolesanywhere.amazonaws.com all three actions under the conditions that this certificate and trust anchor meet.',
	fix: 'Change the trust policy so that it fits this certificate and trust anchor, or use the certificate that it names.',
	source: userGuide('trust-model', 'Trust policy', '2026-11-22', ['IAM-01', 'IAM-02', 'IAM-03', 'IAM-06', 'ERR-10']),
	refusal: {code: 'AccessDeniedException', message: 'Unable to assume role for'},
	examples: {
		fails: '{"reasons": [{"at": "Statement[0].Action", "message": "sts:TagSession is missing."}]}',
		passes: '{"reasons": []}',
	},
	appliesTo: () => true,
	check: ({reasons}) => reasons,
});
