import rule from '../../../src/rules/host/host-config-text.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	['text', '{}', 'passed'],
	[
		'UTF-16',
		'{"config": {"config": {"state": "unseen", "why": "failed", "code": "CONFIG_FILE_BROKEN", "message": "/c is not UTF-8 text, so AWS clients cannot read it."}}}',
		'failed',
		'/c is not UTF-8 text, so AWS clients cannot read it.',
	],
]);
