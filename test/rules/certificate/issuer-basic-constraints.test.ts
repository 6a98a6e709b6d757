import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/issuer-basic-constraints.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a CA', {role: 'issuer'}, 'passed'],
	[
		'cA=FALSE',
		{role: 'issuer', basicConstraints: {isCa: false}},
		'failed',
		'basicConstraints says cA=FALSE, so the certificate may not sign others.',
	],
	[
		'no basicConstraints',
		{role: 'issuer', basicConstraints: 'absent'},
		'failed',
		'There is no basicConstraints extension, so the certificate may not sign others.',
	],
	[
		'version 1',
		{role: 'issuer', version: 1},
		'failed',
		'There is no basicConstraints extension, so the certificate may not sign others.',
	],
	[
		'basicConstraints that are no sequence',
		{role: 'issuer', basicConstraints: Uint8Array.of(5, 0)},
		'failed',
		expect.stringMatching(/^basicConstraints cannot be read: .* at byte \d+\.$/),
	],
	['another role', {role: 'anchor'}, 'not-applicable'],
]);
