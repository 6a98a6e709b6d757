import rule from '../../../src/rules/set/set-list-signed.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['by its CA', 'list.crl: list that revokes host\nchain.pem: issuing', 'passed'],
	[
		'by the CA before',
		'list.crl: list that revokes host\nchain.pem: re-keyed issuing',
		'failed',
		'The key of "CN=Test Issuing,O=Example" that is here did not sign it.',
	],
]);
