import rule from '../../../src/rules/path/path-revoked.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a certificate on the list',
		'[CRL]\nrevoked = 4\n[host]\nserial = 04',
		[
			'certificate',
			'CN=host,O=Example was revoked at 2026-05-20T00:00:00Z, says the CRL of CN=CA,O=Example from 2026-05-25T00:00:00Z.',
		],
	],
	['another on the list', '[CRL]\nrevoked = 5\n[host]\nserial = 04'],
	['a revoked intermediate is not on the list of its own', '[CRL]\nrevoked = 2'],
]);
