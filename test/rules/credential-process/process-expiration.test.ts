import rule from '../../../src/rules/credential-process/process-expiration.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'to come',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['no JSON', 'stdout = x', 'not-applicable'],
	[
		'now',
		'stdout = {"Expiration": "2026-06-01T00:00:00Z"}',
		'failed',
		"By this machine's clock the credentials ended at 2026-06-01T00:00:00Z.",
	],
	['never', 'stdout = {"Version": 1}', 'failed', 'warning: The JSON does not say when the credentials end.'],
	[
		'some number',
		'stdout = {"Expiration": 1780272000}',
		'failed',
		'The end of the credentials is no time in ISO 8601: 1780272000.',
	],
]);
