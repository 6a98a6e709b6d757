import rule from '../../../src/rules/set/set-issuer-name.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['the same bytes', 'host.pem: host\nchain.pem: issuing', 'passed'],
	[
		'other letters',
		'host.pem: host of issuing in other letters\nchain.pem: issuing',
		'failed',
		"It names its issuer in other bytes than the issuer's certificate does.",
	],
]);
