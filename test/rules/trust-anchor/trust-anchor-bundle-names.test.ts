import rule from '../../../src/rules/trust-anchor/trust-anchor-bundle-names.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readTrustAnchorExample} from '../../support/rule-examples/trust-anchor.ts';

describeRule(rule, readTrustAnchorExample, [
	['other names', '<certificate>\n<other certificate>', 'passed'],
	['one twice', '<certificate>\n<certificate>', 'passed'],
	[
		'one name, two keys',
		'<certificate>\n<same name, other key>',
		'failed',
		'Two keys share the subject "CN=Test Root,O=Example".',
	],
]);
