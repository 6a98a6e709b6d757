import rule from '../../../src/rules/session/session-tags-mapped.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['all', '{"unmapped": []}', 'passed'],
	[
		'two not',
		'{"unmapped": ["subject O", "issuer CN"]}',
		'failed',
		'subject O holds characters that a session tag cannot, or more than 256.',
		'issuer CN holds characters that a session tag cannot, or more than 256.',
	],
]);
