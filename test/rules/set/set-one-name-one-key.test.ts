import rule from '../../../src/rules/set/set-one-name-one-key.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['two CAs', 'roots.pem: issuing, root', 'passed'],
	[
		'two generations',
		'old.pem: issuing\nnew.pem: re-keyed issuing',
		'failed',
		'The CA in new.pem, line 1 has the same name and another key.',
		'The CA in old.pem, line 1 has the same name and another key.',
	],
]);
