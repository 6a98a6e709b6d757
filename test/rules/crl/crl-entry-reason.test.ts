import rule from '../../../src/rules/crl/crl-entry-reason.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['none', 'revoked = 1', 'passed'],
	['one for good', 'reason = keyCompromise', 'passed'],
	['on hold', 'revoked = 1, 2\nreason = certificateHold', 'failed', 'notice: Of its entries 2 are on hold.'],
	['taken off the list', 'reason = removeFromCRL', 'failed', 'Of its entries 1 have the reason removeFromCRL.'],
	['taken off in a delta list', 'reason = removeFromCRL\n2.5.29.27 = critical, DER:020101', 'not-applicable'],
]);
