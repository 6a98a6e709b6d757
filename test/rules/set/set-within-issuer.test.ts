import rule from '../../../src/rules/set/set-within-issuer.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['within', 'host.pem: host\nchain.pem: issuing, root', 'passed'],
	[
		'beyond',
		'host.pem: host that outlives its issuer\nchain.pem: issuing',
		'failed',
		'It ends at 2040-01-01T00:00:00Z, its issuer at 2036-05-01T00:00:00Z already.',
	],
]);
