import rule from '../../../src/rules/key/key-encryption.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['as Node encrypts', 'form = encrypted', 'passed'],
	['in clear', 'form = pkcs8', 'not-applicable'],
	[
		'triple DES of PKCS#12',
		'form = encrypted\ncipher = PBE-SHA1-3DES',
		'failed',
		'The key is encrypted with pbeWithSHA1And3-KeyTripleDES-CBC.',
	],
	['triple DES', 'form = encrypted\ncipher = des-ede3-cbc', 'failed', 'The key is encrypted with des-ede3-cbc.'],
	[
		'a hash that the helper lacks',
		'form = encrypted\nhash = sha224',
		'failed',
		'The key is derived from the passphrase with sha224.',
	],
	[
		'HMAC-SHA1',
		'form = encrypted\nhash = sha1',
		'failed',
		'warning: The key is derived with HMAC-SHA1, which the helper reads from version 1.8.0 on.',
	],
]);
