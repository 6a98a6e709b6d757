import rule from '../../../src/rules/certificate/ee-version-3.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['version 3', {role: 'end-entity'}, 'passed'],
	['version 1', {role: 'end-entity', version: 1}, 'failed', 'It is an X.509 version 1 certificate.'],
	['version 2', {role: 'end-entity', version: 2}, 'failed', 'It is an X.509 version 2 certificate.'],
	[
		'a version that does not exist',
		{role: 'end-entity', version: 9},
		'failed',
		'It is an X.509 version 9 certificate.',
	],
	['another role', {role: 'anchor'}, 'not-applicable'],
]);
