import rule from '../../../src/rules/certificate/unknown-critical-extension.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['known ones', {}, 'passed'],
	['an unknown one that is not critical', {moreExtensions: [der.extension('1.2.3.4', false, der.nil())]}, 'passed'],
	[
		'name constraints, critical',
		{role: 'issuer', moreExtensions: [der.extension('2.5.29.30', true, der.sequence())]},
		'passed',
	],
	[
		'an unknown one, critical',
		{moreExtensions: [der.extension('1.2.3.4', true, der.nil())]},
		'failed',
		'The extension "1.2.3.4" is critical and not known here.',
	],
	[
		'an unknown one, critical and twice',
		{moreExtensions: [der.extension('1.2.3.4', true, der.nil()), der.extension('1.2.3.4', true, der.nil())]},
		'failed',
		'The extension "1.2.3.4" is critical and not known here.',
	],
]);
