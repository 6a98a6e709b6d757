import rule from '../../../src/rules/certificate/signature-algorithms-agree.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['the same', {}, 'passed'],
	[
		'another',
		{outerAlgorithm: der.sequence(der.oid('1.2.840.10045.4.3.3'))},
		'failed',
		'The signed part names "ecdsa-with-SHA256" without parameters, the signature "ecdsa-with-SHA384" without parameters.',
	],
	[
		'with parameters beside and none inside',
		{outerAlgorithm: der.sequence(der.oid('1.2.840.10045.4.3.2'), der.nil())},
		'failed',
		'The signed part names "ecdsa-with-SHA256" without parameters, the signature "ecdsa-with-SHA256" with parameters.',
	],
]);
