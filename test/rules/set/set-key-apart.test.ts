import rule from '../../../src/rules/set/set-key-apart.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['apart', 'host.pem: host\nkey.pem: key of host', 'passed'],
	['together', 'client.pem: host, key of host', 'failed', 'The private key lies in one file with certificates.'],
]);
