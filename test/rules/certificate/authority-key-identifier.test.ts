import rule from '../../../src/rules/certificate/authority-key-identifier.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['one that names a key', {}, 'passed'],
	[
		'none',
		{authorityKeyIdentifier: 'absent'},
		'failed',
		'No authorityKeyIdentifier extension names the key of the issuer.',
	],
	[
		'one that names no key',
		{role: 'issuer', authorityKeyIdentifier: der.sequence()},
		'failed',
		'No authorityKeyIdentifier extension names the key of the issuer.',
	],
	['an anchor that signs itself', {role: 'anchor'}, 'passed'],
]);
