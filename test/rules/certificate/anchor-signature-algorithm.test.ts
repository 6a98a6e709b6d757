import rule from '../../../src/rules/certificate/anchor-signature-algorithm.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['ECDSA with SHA-256', {role: 'anchor'}, 'passed'],
	['ECDSA with SHA-384', {role: 'anchor', signature: 'sha384'}, 'passed'],
	[
		'SHA-1',
		{role: 'anchor', signature: 'sha1'},
		'failed',
		'It is signed with "ecdsa-with-SHA1", which is not one of the algorithms with SHA-256 or stronger.',
	],
	[
		'SHA-224',
		{role: 'anchor', signature: 'sha224'},
		'failed',
		'It is signed with "ecdsa-with-SHA224", which is not one of the algorithms with SHA-256 or stronger.',
	],
	[
		'MD5',
		{role: 'anchor', algorithm: 'rsa1024', signedBy: 'itself', signature: 'md5'},
		'failed',
		'It is signed with "md5WithRSAEncryption", which is not one of the algorithms with SHA-256 or stronger.',
	],
	[
		'Ed25519',
		{role: 'anchor', algorithm: 'ed25519', signedBy: 'itself'},
		'failed',
		'It is signed with "ED25519", which is not one of the algorithms with SHA-256 or stronger.',
	],
	[
		'PSS with SHA-256',
		{role: 'anchor', algorithm: 'rsa2048', signedBy: 'itself', signature: 'pss-sha256'},
		'failed',
		'warning: It is signed with "rsassaPss", which the documentation does not mention.',
	],
	[
		'PSS with SHA-1 by default',
		{role: 'anchor', outerAlgorithm: der.sequence(der.oid('1.2.840.113549.1.1.10'), der.sequence())},
		'failed',
		'It is signed with "rsassaPss", which is not one of the algorithms with SHA-256 or stronger.',
	],
	[
		'PSS with parameters that cannot be read',
		{role: 'anchor', outerAlgorithm: der.sequence(der.oid('1.2.840.113549.1.1.10'), der.nil())},
		'failed',
		'It is signed with "rsassaPss", which is not one of the algorithms with SHA-256 or stronger.',
	],
	[
		'SHA-3',
		{role: 'anchor', outerAlgorithm: der.sequence(der.oid('2.16.840.1.101.3.4.3.10'))},
		'failed',
		'warning: It is signed with "ecdsa-with-SHA3-256", which the documentation does not mention.',
	],
	['ML-DSA', {role: 'anchor', outerAlgorithm: der.sequence(der.oid('2.16.840.1.101.3.4.3.18'))}, 'passed'],
	[
		'an algorithm that nobody knows',
		{role: 'anchor', outerAlgorithm: der.sequence(der.oid('1.2.3.4'))},
		'failed',
		'It is signed with "1.2.3.4", which is not one of the algorithms with SHA-256 or stronger.',
	],
	['another role', {role: 'issuer'}, 'not-applicable'],
]);
