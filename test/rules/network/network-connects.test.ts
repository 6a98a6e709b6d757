import rule from '../../../src/rules/network/network-connects.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['a connection', 'tcp = 192.0.2.10', 'passed'],
	['nothing sent', 'offline = yes', 'not-applicable'],
	['no address', 'dns = ENOTFOUND', 'not-applicable'],
	[
		'nobody there',
		'tcp = ECONNREFUSED',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com takes no connection: nobody listens there (ECONNREFUSED).',
	],
	[
		'silence',
		'tcp = ETIMEDOUT',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com takes no connection: nothing came back in time (ETIMEDOUT).',
	],
	[
		'no way',
		'tcp = ENETUNREACH',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com takes no connection: there is no way to it (ENETUNREACH).',
	],
	[
		'something else',
		'tcp = EACCES',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com takes no connection: it is EACCES (EACCES).',
	],
	[
		'a proxy that is gone',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntcp = ECONNREFUSED',
		'failed',
		'The proxy proxy.example.com:3128, which HTTPS_PROXY names, takes no connection: nobody listens there (ECONNREFUSED).',
	],
	[
		'an endpoint of a variable',
		'endpoint = AWS_ENDPOINT_URL http://127.0.0.1:9\ntcp = ECONNREFUSED',
		'failed',
		'127.0.0.1:9 takes no connection: nobody listens there (ECONNREFUSED).',
	],
]);
