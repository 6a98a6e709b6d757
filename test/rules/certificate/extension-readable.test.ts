import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/extension-readable.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['extensions that can be read', {}, 'passed'],
	['none', {version: 1}, 'passed'],
	[
		'extendedKeyUsage that holds no identifiers',
		{extendedKeyUsage: der.sequence(der.integer(1))},
		'failed',
		expect.stringContaining('extendedKeyUsage cannot be read: '),
	],
	[
		'an alternative name cut short',
		{subjectAlternativeName: Uint8Array.of(0x30, 5, 0x82)},
		'failed',
		expect.stringContaining('subjectAlternativeName cannot be read: '),
	],
	[
		'key identifiers that are none',
		{subjectKeyIdentifier: der.nil(), authorityKeyIdentifier: der.nil()},
		'failed',
		expect.stringContaining('subjectKeyIdentifier cannot be read: '),
		expect.stringContaining('authorityKeyIdentifier cannot be read: '),
	],
]);
