import rule from '../../../src/rules/path/path-revocation-known.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'no list where revocation must be known',
		'[verify]\nrevocation = required',
		[
			'certificate',
			'CN=host,O=Example may have been revoked; nothing given here says otherwise: there is no CRL from CN=CA,O=Example that is about it.',
		],
		[
			'intermediates[0]',
			'CN=CA,O=Example may have been revoked; nothing given here says otherwise: there is no CRL from CN=Root,O=Example that is about it.',
		],
	],
	['a list of each issuer', '[verify]\nrevocation = required\n[CRL]\nrevoked = 5'],
]);
