import rule from '../../../src/rules/session/session-chain-length.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['five', '{"chainLength": 5}', 'passed'],
	['six', '{"chainLength": 6}', 'failed', 'The chain header holds 6 certificates.'],
]);
