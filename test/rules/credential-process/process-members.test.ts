import rule from '../../../src/rules/credential-process/process-members.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'all',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['no JSON', 'stdout = x', 'not-applicable'],
	[
		'some',
		'stdout = {"AccessKeyId": "x"}',
		'failed',
		'The JSON has no SecretAccessKey.',
		'The JSON has no SessionToken.',
	],
	[
		'spelt otherwise',
		'stdout = {"accessKeyId": "x", "SecretAccessKey": "x", "SessionToken": "x"}',
		'failed',
		'The JSON has no AccessKeyId.',
	],
]);
