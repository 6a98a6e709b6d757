import rule from '../../../src/rules/certificate/path-length-needs-issuer.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['a CA with one', {role: 'issuer'}, 'passed'],
	['an end-entity certificate without', {}, 'passed'],
	[
		'an end-entity certificate with one',
		{basicConstraints: der.sequence(der.integer(0))},
		'failed',
		'basicConstraints has the path length 0.',
	],
	[
		'a CA with one that may not sign certificates',
		{role: 'anchor', keyUsage: ['cRLSign']},
		'failed',
		'basicConstraints has the path length 1.',
	],
]);
