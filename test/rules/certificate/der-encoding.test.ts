import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/der-encoding.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['DER', {}, 'passed'],
	[
		'cA=FALSE spelled out',
		{basicConstraints: der.sequence(der.boolean(0))},
		'failed',
		expect.stringMatching(/^basicConstraints spells out that cA is false, which DER leaves out, at byte \d+\.$/),
	],
	[
		'a padded serial number',
		{serial: Uint8Array.of(0, 1)},
		'failed',
		expect.stringMatching(/^The serial number is an integer not written the shortest way, at byte \d+\.$/),
	],
	[
		'a PrintableString with an asterisk',
		{subject: der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.printableString('*.example.com'))))},
		'failed',
		expect.stringContaining('holds characters that a PrintableString does not have'),
	],
]);
