import rule from '../../../src/rules/crl/crl-ends-soon.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['a month away', 'nextUpdate = 2026-07-01T00:00:00Z', 'passed'],
	['two days away', 'nextUpdate = 2026-06-03T00:00:00Z', 'failed', 'The list ends on 2026-06-03T00:00:00Z.'],
	['a day away, a week before', 'thisUpdate = 2026-05-31T12:00:00Z\nnextUpdate = 2026-06-02T00:00:00Z', 'passed'],
	['no end', 'nextUpdate = absent', 'passed'],
	['ended, which another rule is about', 'nextUpdate = 2026-05-31T00:00:00Z', 'passed'],
]);
