import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-purpose.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a certificate for servers',
		'[host]\nextendedKeyUsage = serverAuth',
		['certificate', 'CN=host,O=Example is limited to serverAuth, and a client must prove itself (clientAuth).'],
	],
	['one for servers and clients', '[host]\nextendedKeyUsage = serverAuth, clientAuth'],
	[
		'an issuer for servers',
		'[CA]\nextendedKeyUsage = serverAuth',
		['intermediates[0]', expect.stringContaining('limited to serverAuth')],
	],
]);
