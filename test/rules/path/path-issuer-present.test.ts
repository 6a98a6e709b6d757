import rule from '../../../src/rules/path/path-issuer-present.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'no certificate between host and root',
		'[verify]\nintermediates = none',
		['certificate', 'CN=host,O=Example was issued by CN=CA,O=Example, and no certificate given here has that subject.'],
	],
	['all of them', '[CA]\nserial = 02'],
]);
