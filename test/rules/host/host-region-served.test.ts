import rule from '../../../src/rules/host/host-region-served.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	[
		'both variables',
		'{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911", "AWS_REGION": "eu-central-1", "AWS_DEFAULT_REGION": "eu-central-1"}}}',
		'passed',
	],
	[
		'one of them',
		'{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911", "AWS_REGION": "eu-central-1"}}}',
		'failed',
		'AWS_DEFAULT_REGION is not set.',
	],
	['no such address', '{}', 'not-applicable'],
]);
