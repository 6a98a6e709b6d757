import rule from '../../../src/rules/set/set-key-certified.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['its key', 'host.pem: host\nkey.pem: key of host', 'passed'],
	[
		'another key',
		'host.pem: host\nkey.pem: key of stranger',
		'failed',
		'The key belongs to none of the certificates here.',
	],
	['a key alone', 'key.pem: key of host', 'not-applicable'],
	['the key of its issuer', 'host.pem: host, issuing\nkey.pem: key of issuing', 'passed'],
]);
