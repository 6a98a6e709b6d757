import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-policy',
	severity: 'error',
	title: 'The certificate policies of the path hold together, and hold one that is asked for.',
	why: 'An issuer can demand that all certificates below it are issued under a policy that it names.',
	fix: 'Issue the certificates below with certificatePolicies that their issuers have, or do not ask for a policy.',
	source: rfc5280('6.1.3', '2026-11-22', ['EE-16']),
	examples: {
		fails:
			'[verify]\npolicy = 1.3.6.1.4.1.55555.1\n[CA]\ncertificatePolicies = 1.3.6.1.4.1.55555.1\n[host]\ncertificatePolicies = 1.3.6.1.4.1.55555.2',
		passes:
			'[verify]\npolicy = 1.3.6.1.4.1.55555.1\n[CA]\ncertificatePolicies = 1.3.6.1.4.1.55555.1\n[host]\ncertificatePolicies = 1.3.6.1.4.1.55555.1',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'policy'),
});
