import rule from '../../../src/rules/set/set-key-unattended.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['in clear', 'host.pem: host\nkey.pem: key of host', 'passed'],
	['encrypted', 'host.pem: host\nkey.pem: encrypted key of host', 'failed', 'The key is encrypted.'],
	['the key of an issuer', 'issuer.pem: issuing\nissuer-key.pem: encrypted key of issuing', 'not-applicable'],
	[
		'the key of an issuer that is kept in another folder',
		'ca/issuer.pem: issuing\nca/key.pem: encrypted key of issuing\nhost.pem: host\nkey.pem: key of host',
		'passed',
	],
]);
