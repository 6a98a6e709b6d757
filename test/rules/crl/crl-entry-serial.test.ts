import rule from '../../../src/rules/crl/crl-entry-serial.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['positive ones', 'revoked = 1, 2', 'passed'],
	['none', 'revoked = none', 'passed'],
	['zero', 'revoked = 0, 1', 'failed', 'The serial number 00 is listed, which no certificate may have.'],
	['negative', 'revokedSerial = 80', 'failed', 'The serial number 80 is listed, which no certificate may have.'],
	['20 bytes', 'revokedSerial = 01 times 20', 'passed'],
	[
		'21 bytes',
		'revokedSerial = 01 times 21',
		'failed',
		'The serial number 010101010101010101010101010101010101010101 is listed, which no certificate may have.',
	],
]);
