import rule from '../../../src/rules/network/network-authorities.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['none named', '', 'not-applicable'],
	['a file with some', 'authorities = AWS_CA_BUNDLE /etc/ca.pem 3', 'passed'],
	[
		'a file that is not there',
		'authorities = AWS_CA_BUNDLE /etc/ca.pem ENOENT',
		'failed',
		'AWS_CA_BUNDLE names /etc/ca.pem, which is not there.',
	],
	[
		'a file that cannot be read',
		'authorities = AWS_CA_BUNDLE /etc/ca.pem EACCES',
		'failed',
		'AWS_CA_BUNDLE names /etc/ca.pem, which cannot be read (EACCES).',
	],
	[
		'a file without any',
		'authorities = AWS_CA_BUNDLE /etc/ca.pem 0',
		'failed',
		'AWS_CA_BUNDLE names /etc/ca.pem, in which there is no certificate.',
	],
	[
		'Node takes the usual ones then',
		'authorities = NODE_EXTRA_CA_CERTS /etc/ca.pem ENOENT',
		'failed',
		'warning: NODE_EXTRA_CA_CERTS names /etc/ca.pem, which is not there.',
	],
]);
