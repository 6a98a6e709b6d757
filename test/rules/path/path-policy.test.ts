import rule from '../../../src/rules/path/path-policy.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'another policy than the one that is asked for',
		'[verify]\npolicy = 1.3.6.1.4.1.55555.1\n[CA]\ncertificatePolicies = 1.3.6.1.4.1.55555.1\n[host]\ncertificatePolicies = 1.3.6.1.4.1.55555.2',
		[
			'certificate',
			'CN=host,O=Example is where no certificate policy is left that all certificates above it agree on, and one is required.',
		],
	],
	[
		'the policy that is asked for',
		'[verify]\npolicy = 1.3.6.1.4.1.55555.1\n[CA]\ncertificatePolicies = 1.3.6.1.4.1.55555.1\n[host]\ncertificatePolicies = 1.3.6.1.4.1.55555.1',
	],
]);
