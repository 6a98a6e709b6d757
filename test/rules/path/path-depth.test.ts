import rule from '../../../src/rules/path/path-depth.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'more intermediates than are allowed',
		'[verify]\nmaxDepth = 0',
		['intermediates[0]', 'CN=CA,O=Example would be intermediate number 1 of a path, and 0 are allowed.'],
	],
	['as many as are allowed', '[verify]\nmaxDepth = 1'],
	['no bound', '[CA]\nserial = 02'],
]);
