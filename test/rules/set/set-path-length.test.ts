import rule from '../../../src/rules/set/set-path-length.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['none is said', 'host.pem: host below 5\nchain.pem: 5 issuers', 'passed'],
	[
		'too short',
		'host.pem: host below 2 (the upper allows none)\nchain.pem: 2 issuers (the upper allows none)',
		'failed',
		'1 issuing certificates stand below "CN=Issuer 1,O=Example", which allows 0.',
	],
]);
