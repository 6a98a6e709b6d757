import rule from '../../../src/rules/trust-anchor/trust-anchor-bundle-distinct.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readTrustAnchorExample} from '../../support/rule-examples/trust-anchor.ts';

describeRule(rule, readTrustAnchorExample, [
	['two', '<certificate>\n<other certificate>', 'passed'],
	['one twice', '<certificate>\n<certificate>', 'failed', 'Certificate 2 is the same as one before it.'],
]);
