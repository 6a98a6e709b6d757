import rule from '../../../src/rules/session/session-profile-found.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['there', '{"arn": "A", "isFound": true}', 'passed'],
	['not there', '{"arn": "A", "isFound": false}', 'failed', 'There is no profile A in this account and region.'],
]);
