import rule from '../../../src/rules/crl/crl-authority-key-identifier.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['a key', 'authorityKeyIdentifier = keyid:0102', 'passed'],
	[
		'none',
		'authorityKeyIdentifier = absent',
		'failed',
		'No authorityKeyIdentifier extension names the key of the issuer.',
	],
	['version 1', 'version = 1', 'not-applicable'],
]);
