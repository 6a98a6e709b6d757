import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/ee-basic-constraints.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['cA=FALSE', {basicConstraints: {isCa: false}}, 'passed'],
	['no basicConstraints', {basicConstraints: 'absent'}, 'passed'],
	['cA=TRUE', {basicConstraints: {isCa: true}}, 'failed', 'basicConstraints says cA=TRUE.'],
	[
		'basicConstraints twice',
		{moreExtensions: [der.extension('2.5.29.19', true, der.sequence())]},
		'failed',
		expect.stringContaining('The extension appears more than once'),
	],
	['an issuer', {role: 'issuer'}, 'not-applicable'],
]);
