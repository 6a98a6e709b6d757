import rule from '../../../src/rules/credential-process/process-version.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'1',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['no JSON', 'stdout = x', 'not-applicable'],
	['a text', 'stdout = {"Version": "1"}', 'failed', 'The Version in the JSON is "1".'],
	['2', 'stdout = {"Version": 2}', 'failed', 'The Version in the JSON is 2.'],
	['none', 'stdout = {}', 'failed', 'The JSON has no Version.'],
]);
