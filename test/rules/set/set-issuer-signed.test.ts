import rule from '../../../src/rules/set/set-issuer-signed.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['its issuer', 'host.pem: host\nchain.pem: issuing, root', 'passed'],
	[
		'the CA made anew',
		'host.pem: host\nchain.pem: re-keyed issuing',
		'failed',
		'It names "CN=Test Issuing,O=Example" as its issuer, whose key in chain.pem, line 1 did not sign it.',
	],
	['both generations', 'host.pem: host\nchain.pem: re-keyed issuing, issuing', 'passed'],
]);
