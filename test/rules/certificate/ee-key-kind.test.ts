import rule from '../../../src/rules/certificate/ee-key-kind.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['EC', {role: 'end-entity'}, 'passed'],
	['RSA', {role: 'end-entity', algorithm: 'rsa2048'}, 'passed'],
	[
		'ML-DSA',
		{
			role: 'end-entity',
			spki: der.sequence(der.sequence(der.oid('2.16.840.1.101.3.4.3.17')), der.bitString(0, new Uint8Array(1312))),
		},
		'passed',
	],
	[
		'Ed25519',
		{role: 'end-entity', algorithm: 'ed25519'},
		'failed',
		'The public key is of the kind "ED25519"; only RSA, EC and ML-DSA are documented.',
	],
	[
		'RSASSA-PSS',
		{role: 'end-entity', algorithm: 'rsa-pss'},
		'failed',
		'The public key is of the kind "rsassaPss"; only RSA, EC and ML-DSA are documented.',
	],
	[
		'a kind that nobody knows',
		{role: 'end-entity', spki: der.sequence(der.sequence(der.oid('1.2.3.4')), der.bitString(0, Uint8Array.of(1)))},
		'failed',
		'The public key is of the kind "1.2.3.4"; only RSA, EC and ML-DSA are documented.',
	],
	['another role', {role: 'issuer'}, 'not-applicable'],
]);
