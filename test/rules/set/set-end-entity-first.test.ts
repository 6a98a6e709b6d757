import rule from '../../../src/rules/set/set-end-entity-first.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['first', 'bundle.pem: host, issuing', 'passed'],
	['last', 'bundle.pem: issuing, root, host', 'failed', 'A CA certificate stands before it in the file.'],
	['two files', 'chain.pem: issuing\nhost.pem: host', 'passed'],
]);
