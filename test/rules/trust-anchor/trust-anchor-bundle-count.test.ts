import rule from '../../../src/rules/trust-anchor/trust-anchor-bundle-count.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readTrustAnchorExample} from '../../support/rule-examples/trust-anchor.ts';

describeRule(rule, readTrustAnchorExample, [
	['one', '<certificate>', 'passed'],
	['two', '<certificate>\n<other certificate>', 'passed'],
	['three', '<certificate> times 3', 'failed', 'There are 3 certificates.'],
]);
