import rule from '../../../src/rules/network/network-tls-speaks.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['well', 'tls = TLSv1.3', 'passed'],
	['not trusted', 'tls = SELF_SIGNED_CERT_IN_CHAIN', 'passed'],
	[
		'something else',
		'tls = EPROTO',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com does not speak TLS as it should (EPROTO).',
	],
	[
		'nothing',
		'tls = ETIMEDOUT',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com does not answer when TLS is begun (ETIMEDOUT).',
	],
	[
		'no more',
		'tls = ECONNRESET',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com cuts the connection off when TLS is begun (ECONNRESET).',
	],
	['no need to', 'tls = none', 'not-applicable'],
]);
