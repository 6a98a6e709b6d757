import rule from '../../../src/rules/credential-process/process-json.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'JSON',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['another code', 'exit = 1\nstdout = x', 'not-applicable'],
	['nothing', 'exit = 0', 'failed', 'The credential process printed nothing.'],
	[
		'a greeting',
		'stdout = Welcome! {"Version": 1}',
		'failed',
		'What the credential process printed is no JSON object; it begins with "Welcome!".',
	],
]);
