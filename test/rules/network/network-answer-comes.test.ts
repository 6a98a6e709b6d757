import rule from '../../../src/rules/network/network-answer-comes.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['an answer', 'http = 404', 'passed'],
	['not asked', 'offline = yes', 'not-applicable'],
	[
		'none in time',
		'http = ETIMEDOUT',
		'failed',
		'What listens as rolesanywhere.eu-central-1.amazonaws.com takes a request and gives no answer in time (ETIMEDOUT).',
	],
	[
		'a reset',
		'http = ECONNRESET',
		'failed',
		'What listens as rolesanywhere.eu-central-1.amazonaws.com takes a request and cuts the connection off (ECONNRESET).',
	],
	[
		'no HTTP',
		'http = EPROTO',
		'failed',
		'What listens as rolesanywhere.eu-central-1.amazonaws.com takes a request and gives no answer in HTTP (EPROTO).',
	],
]);
