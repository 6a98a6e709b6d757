import rule from '../../../src/rules/certificate/serial-number.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a random one', {}, 'passed'],
	['20 bytes', {serial: new Uint8Array(20).fill(0x7f)}, 'passed'],
	['21 bytes', {serial: new Uint8Array(21).fill(0x7f)}, 'failed', 'The serial number is 21 bytes long.'],
	['zero', {serial: Uint8Array.of(0)}, 'failed', 'The serial number is zero.'],
	['negative', {serial: Uint8Array.of(0x80, 1)}, 'failed', 'The serial number is negative.'],
	[
		'zero in an anchor, where nothing uses it',
		{role: 'anchor', serial: Uint8Array.of(0)},
		'failed',
		'warning: The serial number is zero.',
	],
]);
