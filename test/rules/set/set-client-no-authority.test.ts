import rule from '../../../src/rules/set/set-client-no-authority.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['a client', 'client.pem: host, key of host\nchain.pem: issuing', 'passed'],
	[
		'a CA',
		'client.pem: issuing, key of issuing',
		'failed',
		'It is the certificate of a CA, in one file with its private key.',
	],
	['an issuer as it is kept here', 'issuer.pem: issuing\nissuer-key.pem: key of issuing', 'passed'],
]);
