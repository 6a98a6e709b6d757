import rule from '../../../src/rules/path/path-end-entity-not-anchor.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'the anchor itself',
		'[verify]\ncertificate = root',
		[
			'certificate',
			'CN=Root,O=Example is itself the trust anchor. An anchor vouches for other certificates; it cannot prove that it is an end entity.',
		],
	],
	['a host below it', '[verify]\ncertificate = host'],
]);
