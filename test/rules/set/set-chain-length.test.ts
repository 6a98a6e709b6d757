import rule from '../../../src/rules/set/set-chain-length.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['five', 'host.pem: host below 5\nchain.pem: 5 issuers', 'passed'],
	['six', 'host.pem: host below 6\nchain.pem: 6 issuers', 'failed', '6 certificates stand above it that are no root.'],
	[
		'six in its file that are not all above it',
		'host.pem: host, issuing, root, other root, 3 issuers',
		'failed',
		'Its file holds 6 other certificates.',
	],
]);
