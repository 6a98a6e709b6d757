import rule from '../../../src/rules/credential-process/process-starts.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readRun} from '../../support/rule-examples/credential-process.ts';

describeRule(rule, readRun, [
	[
		'started',
		'stdout = {"Version": 1, "AccessKeyId": "ASIAEXAMPLE", "SecretAccessKey": "x", "SessionToken": "x", "Expiration": "2026-06-01T01:00:00Z"}',
		'passed',
	],
	['not run', 'run = offline', 'not-applicable'],
	['not there', 'starts = ENOENT', 'failed', '/opt/helper cannot be started (ENOENT).'],
]);
