import rule from '../../../src/rules/path/path-length.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'an intermediate where none is allowed',
		'[root]\nbasicConstraints = critical, CA:TRUE, pathlen:0',
		[
			'anchors[0]',
			'CN=Root,O=Example allows no intermediate below itself (pathLenConstraint 0), and there is 1: CN=CA,O=Example.',
		],
	],
	['one where one is allowed', '[root]\nbasicConstraints = critical, CA:TRUE, pathlen:1'],
]);
