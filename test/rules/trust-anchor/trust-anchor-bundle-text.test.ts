import rule from '../../../src/rules/trust-anchor/trust-anchor-bundle-text.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readTrustAnchorExample} from '../../support/rule-examples/trust-anchor.ts';

describeRule(rule, readTrustAnchorExample, [
	['none', '<certificate>\n\n<other certificate>\n', 'passed'],
	['before', '# Our CA\n<certificate>', 'failed', 'There is text beside the certificates, first in line 1.'],
	[
		'after',
		'-----BEGIN CERTIFICATE-----\nMAAA\n-----END CERTIFICATE-----\nthe end',
		'failed',
		'There is text beside the certificates, first in line 4.',
	],
	['nothing at all', 'no PEM', 'not-applicable'],
]);
