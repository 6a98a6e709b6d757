import rule from '../../../src/rules/set/set-not-revoked.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['another is revoked', 'host.pem: host\nlist.crl: list that revokes second host', 'passed'],
	['it is', 'host.pem: host\nlist.crl: list that revokes host', 'failed', 'The list in list.crl, line 1 revokes it.'],
]);
