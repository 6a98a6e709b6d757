import rule from '../../../src/rules/set/set-issuer-present.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['its issuer', 'host.pem: host\nchain.pem: issuing', 'passed'],
	[
		'another CA',
		'host.pem: host\nchain.pem: other root',
		'failed',
		'Its issuer "CN=Test Issuing,O=Example" is not among the certificates here.',
	],
	['alone', 'host.pem: host', 'not-applicable'],
]);
