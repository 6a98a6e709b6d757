import rule from '../../../src/rules/network/network-tls-current.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['now', 'tls = TLSv1.3', 'passed'],
	[
		'past',
		'tls = CERT_HAS_EXPIRED',
		'failed',
		"By this machine's clock a certificate that rolesanywhere.eu-central-1.amazonaws.com shows has ended.",
	],
	[
		'to come',
		'tls = CERT_NOT_YET_VALID',
		'failed',
		"By this machine's clock a certificate that rolesanywhere.eu-central-1.amazonaws.com shows has not begun.",
	],
	['no TLS', 'tls = none', 'not-applicable'],
]);
