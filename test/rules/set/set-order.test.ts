import rule from '../../../src/rules/set/set-order.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['upwards', 'chain.pem: host, issuing, root', 'passed'],
	['downwards', 'chain.pem: root, issuing', 'failed', 'Its own issuer stands before it in the file.'],
	['unrelated', 'roots.pem: root, other root', 'passed'],
]);
