import rule from '../../../src/rules/set/set-serial-unique.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['different ones', 'host.pem: host\nother.pem: second host', 'passed'],
	[
		'the same',
		'host.pem: host\nother.pem: host with the same serial number',
		'failed',
		'The certificate in other.pem, line 1 has the same issuer and serial number.',
		'The certificate in host.pem, line 1 has the same issuer and serial number.',
	],
	['two copies', 'host.pem: host\nother.pem: host', 'passed'],
]);
