import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/issuer-key-cert-sign.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['keyCertSign and cRLSign', {role: 'issuer'}, 'passed'],
	['keyCertSign alone', {role: 'issuer', keyUsage: ['keyCertSign']}, 'passed'],
	['cRLSign alone', {role: 'issuer', keyUsage: ['cRLSign']}, 'failed', 'keyUsage leaves out keyCertSign.'],
	[
		'no keyUsage, as openssl req -x509 makes it',
		{role: 'issuer', keyUsage: 'absent'},
		'failed',
		'There is no keyUsage extension, so nothing says that the key may sign certificates.',
	],
	[
		'keyUsage that is no bit string',
		{role: 'issuer', keyUsage: Uint8Array.of(5, 0)},
		'failed',
		expect.stringMatching(/^keyUsage cannot be read: .* at byte \d+\.$/),
	],
	['another role', {role: 'anchor'}, 'not-applicable'],
]);
