import rule from '../../../src/rules/network/network-service-available.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['at leisure', 'http = 404', 'passed'],
	['somebody else', 'http = 200', 'not-applicable'],
	[
		'asked too often',
		'http = 429',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com says that it is asked too often (HTTP 429).',
	],
	[
		'out of order',
		'http = 503',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com says that it is out of order (HTTP 503).',
	],
]);
