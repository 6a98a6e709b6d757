import rule from '../../../src/rules/set/set-certificate-once.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['each once', 'chain.pem: host, issuing', 'passed'],
	['one twice', 'chain.pem: host, issuing, host', 'failed', 'The same certificate stands before it in the file.'],
	['the same in two files', 'host.pem: host\nchain.pem: host, issuing', 'passed'],
]);
