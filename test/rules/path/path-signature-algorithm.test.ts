import rule from '../../../src/rules/path/path-signature-algorithm.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'SHA-1',
		'[host]\nsignature = sha1',
		['certificate', 'CN=host,O=Example is signed with SHA-1, which no longer proves anything.'],
	],
	['SHA-256', '[host]\nsignature = sha256'],
]);
