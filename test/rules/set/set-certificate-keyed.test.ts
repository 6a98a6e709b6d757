import rule from '../../../src/rules/set/set-certificate-keyed.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['its key', 'host.pem: host\nkey.pem: key of host', 'passed'],
	[
		'another key',
		'host.pem: host\nkey.pem: key of stranger',
		'failed',
		'None of the private keys here belongs to the certificate.',
	],
	['no key', 'host.pem: host', 'not-applicable'],
]);
