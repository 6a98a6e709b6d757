import rule from '../../../src/rules/set/set-no-root.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['a chain without it', 'bundle.pem: host, issuing\nroot.pem: root', 'passed'],
	[
		'a chain with it',
		'bundle.pem: host, issuing, root',
		'failed',
		'It is a root in one file with an end-entity certificate.',
	],
]);
