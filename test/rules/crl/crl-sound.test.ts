import rule from '../../../src/rules/crl/crl-sound.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['a good one', 'revoked = 1', 'passed'],
	['an unknown extension', '1.2.3.4 = DER:0500', 'passed'],
	[
		'a critical one',
		'1.2.3.4 = critical, DER:0500',
		'failed',
		'The list has the critical extension 1.2.3.4, which is not known here.',
	],
	['an extension twice', '1.2.3.4 = DER:0500\n1.2.3.4 = DER:0500', 'failed', 'The list has an extension twice.'],
	['a weak signature, which has a rule of its own', 'signature = sha1', 'passed'],
]);
