import rule from '../../../src/rules/session/session-trust-anchor-found.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['there', '{"arn": "A", "isFound": true}', 'passed'],
	['not there', '{"arn": "A", "isFound": false}', 'failed', 'There is no trust anchor A in this account and region.'],
]);
