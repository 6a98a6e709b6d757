import rule from '../../../src/rules/network/network-service-answers.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['the service', 'http = 404', 'passed'],
	['nobody', 'http = ETIMEDOUT', 'not-applicable'],
	[
		'a page',
		'http = 200\ntitle = Sign in',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com is not IAM Roles Anywhere: it shows the page "Sign in" (HTTP 200).',
	],
	[
		'a way to another page',
		'http = 302\nlocation = http://login.example.com/',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com is not IAM Roles Anywhere: it sends on to http://login.example.com/ (HTTP 302).',
	],
	[
		'a server that says what it is',
		'tls = none\nhttp = 404\nserver = nginx',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com is not IAM Roles Anywhere: it calls itself "nginx" and answers with HTTP 404.',
	],
	['404 from whom AWS vouches for', 'http = 404\nserver = nginx', 'passed'],
	[
		'a proxy that asks for a password',
		'proxy = HTTP_PROXY http://proxy.example.com:3128\ntls = none\nhttp = 407',
		'not-applicable',
	],
]);
