import rule from '../../../src/rules/certificate/duplicate-extension.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['each once', {}, 'passed'],
	[
		'extendedKeyUsage twice',
		{moreExtensions: [der.extension('2.5.29.37', false, der.sequence(der.oid('2.5.29.37.0')))]},
		'failed',
		'The extension "2.5.29.37" appears more than once.',
	],
	[
		'an unknown one three times',
		{moreExtensions: Array.from({length: 3}, () => der.extension('1.2.3.4', false, der.nil()))},
		'failed',
		'The extension "1.2.3.4" appears more than once.',
	],
]);
