import rule from '../../../src/rules/credential-process/process-succeeds.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'with 0',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['not run', 'run = offline', 'not-applicable'],
	['not ended', 'exit = none', 'not-applicable'],
	[
		'with 1',
		'exit = 1\nstderr = 2026/06/01 00:00:00 unable to parse private key',
		'failed',
		'The credential process ended with code 1; it said "2026/06/01 00:00:00 unable to parse private key".',
	],
	[
		'with advice',
		'exit = 2\nstderr = Error: Missing: --profile-arn\\n  Next: Add --profile-arn ARN',
		'failed',
		'The credential process ended with code 2; it said "Error: Missing: --profile-arn".',
	],
	['in silence', 'exit = 2', 'failed', 'The credential process ended with code 2 and said nothing.'],
	['by a signal', 'exit = signal', 'failed', 'The credential process was ended by a signal and said nothing.'],
]);
