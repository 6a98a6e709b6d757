import rule from '../../../src/rules/certificate/serial-entropy.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['16 bytes', {}, 'passed'],
	['8 bytes', {serial: new Uint8Array(8).fill(0x7f)}, 'passed'],
	['8 bytes after a zero', {serial: Uint8Array.of(0, 0x80, 0, 0, 0, 0, 0, 0, 0)}, 'passed'],
	[
		'7 bytes after a zero',
		{serial: Uint8Array.of(0, 0x80, 0, 0, 0, 0, 0, 0)},
		'failed',
		'The serial number has 7 bytes.',
	],
	['-set_serial 01', {serial: Uint8Array.of(1)}, 'failed', 'The serial number has 1 byte.'],
	['an anchor', {role: 'anchor', serial: Uint8Array.of(1)}, 'not-applicable'],
]);
