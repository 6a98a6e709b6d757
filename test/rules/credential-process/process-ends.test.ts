import rule from '../../../src/rules/credential-process/process-ends.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'ended',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['not run', 'run = offline', 'not-applicable'],
	['never', 'exit = none', 'failed', 'The credential process did not end while it was waited for.'],
]);
