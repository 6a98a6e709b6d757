import rule from '../../../src/rules/host/host-metadata-address.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	[
		'as every client reads it',
		'{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911"}}}',
		'passed',
	],
	[
		'a name and a slash',
		'{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://localhost:9911/"}}}',
		'failed',
		'AWS_EC2_METADATA_SERVICE_ENDPOINT names localhost: http://localhost:9911/.',
		'AWS_EC2_METADATA_SERVICE_ENDPOINT ends in a slash: http://localhost:9911/.',
	],
	[
		'switched off',
		'{"host": {"variables": {"AWS_EC2_METADATA_SERVICE_ENDPOINT": "http://127.0.0.1:9911", "AWS_EC2_METADATA_DISABLED": "true"}}}',
		'failed',
		'AWS_EC2_METADATA_DISABLED is true, so that no client asks there.',
	],
	['no such address', '{}', 'not-applicable'],
]);
