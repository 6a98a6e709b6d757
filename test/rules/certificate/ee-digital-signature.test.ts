import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/ee-digital-signature.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['digitalSignature', {keyUsage: ['digitalSignature']}, 'passed'],
	['digitalSignature among others', {keyUsage: ['digitalSignature', 'keyEncipherment', 'decipherOnly']}, 'passed'],
	['encipherment only', {keyUsage: ['keyEncipherment']}, 'failed', 'keyUsage leaves out digitalSignature.'],
	['nonRepudiation only', {keyUsage: ['nonRepudiation']}, 'failed', 'keyUsage leaves out digitalSignature.'],
	['no keyUsage', {keyUsage: 'absent'}, 'failed', 'There is no keyUsage extension.'],
	['version 1', {version: 1}, 'failed', 'There is no keyUsage extension.'],
	[
		'keyUsage that cannot be read',
		{keyUsage: Uint8Array.of(3, 0)},
		'failed',
		expect.stringContaining('keyUsage cannot be read: '),
	],
	['an issuer', {role: 'issuer'}, 'not-applicable'],
]);
