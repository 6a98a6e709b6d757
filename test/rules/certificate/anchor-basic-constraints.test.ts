import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/anchor-basic-constraints.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a CA', {role: 'anchor'}, 'passed'],
	[
		'cA=FALSE',
		{role: 'anchor', basicConstraints: {isCa: false}},
		'failed',
		'basicConstraints says cA=FALSE, so the certificate may not sign others.',
	],
	[
		'no basicConstraints',
		{role: 'anchor', basicConstraints: 'absent'},
		'failed',
		'There is no basicConstraints extension, so the certificate may not sign others.',
	],
	[
		'version 1',
		{role: 'anchor', version: 1},
		'failed',
		'There is no basicConstraints extension, so the certificate may not sign others.',
	],
	[
		'basicConstraints that are no sequence',
		{role: 'anchor', basicConstraints: Uint8Array.of(5, 0)},
		'failed',
		expect.stringMatching(/^basicConstraints cannot be read: .* at byte \d+\.$/),
	],
	['another role', {role: 'issuer'}, 'not-applicable'],
]);
