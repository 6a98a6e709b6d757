import rule from '../../../src/rules/network/network-tls-host.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['its own', 'tls = TLSv1.3', 'passed'],
	['no TLS', 'tls = none', 'not-applicable'],
	[
		'of another',
		'tls = ERR_TLS_CERT_ALTNAME_INVALID\nsubject = CN=portal.example.com',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com shows a certificate for another name, that of "CN=portal.example.com".',
	],
	['not trusted', 'tls = SELF_SIGNED_CERT_IN_CHAIN', 'passed'],
]);
