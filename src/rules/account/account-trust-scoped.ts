import {printable} from '../../printable.ts';
import type {LookedAtAccount} from '../account-subject.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

const WHOM = {
	'any-trust-anchor': 'every certificate of every trust anchor in the account',
	'any-certificate': 'every certificate of the trust anchor',
} as const;

export default defineRule<LookedAtAccount>({
	id: 'account-trust-scoped',
	severity: 'warning',
	title: 'The trust policy of the role names the trust anchor and the certificates that it lets in.',
	why: 'Without conditions, every certificate of every trust anchor in the account can assume the role.',
	fix: 'Add conditions on aws:SourceArn and on the subject and issuer of the certificate to the trust policy.',
	source: userGuide('trust-model', 'Trust policy', '2026-11-22', ['IAM-03', 'IAM-04', 'IAM-07']),
	examples: {
		fails: '{"role": {"arn": "ROLE-ARN", "maxSessionDuration": 3600, "alsoLetsIn": "any-trust-anchor"}}',
		passes: '{"role": {"arn": "ROLE-ARN", "maxSessionDuration": 3600, "alsoLetsIn": "nobody"}}',
	},
	appliesTo: ({role}) => role?.alsoLetsIn !== undefined,
	check: ({role}) =>
		role?.alsoLetsIn === undefined || role.alsoLetsIn === 'nobody'
			? []
			: [{at: 'role.trustPolicy', message: `${printable(role.arn)} lets in ${WHOM[role.alsoLetsIn]}.`}],
});
