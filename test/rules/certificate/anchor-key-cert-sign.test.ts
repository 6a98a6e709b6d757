import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/anchor-key-cert-sign.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['keyCertSign and cRLSign', {role: 'anchor'}, 'passed'],
	['keyCertSign alone', {role: 'anchor', keyUsage: ['keyCertSign']}, 'passed'],
	['cRLSign alone', {role: 'anchor', keyUsage: ['cRLSign']}, 'failed', 'keyUsage leaves out keyCertSign.'],
	[
		'no keyUsage, as openssl req -x509 makes it',
		{role: 'anchor', keyUsage: 'absent'},
		'failed',
		'There is no keyUsage extension, so nothing says that the key may sign certificates.',
	],
	[
		'keyUsage that is no bit string',
		{role: 'anchor', keyUsage: Uint8Array.of(5, 0)},
		'failed',
		expect.stringMatching(/^keyUsage cannot be read: .* at byte \d+\.$/),
	],
	['another role', {role: 'issuer'}, 'not-applicable'],
]);
