import rule from '../../../src/rules/network/network-tls-trusted.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['trusted', 'tls = TLSv1.2', 'passed'],
	['no TLS', 'tls = none', 'not-applicable'],
	['no connection', 'tcp = ECONNREFUSED', 'not-applicable'],
	[
		'an inspecting proxy',
		'tls = SELF_SIGNED_CERT_IN_CHAIN\nissuer = CN=Example Web Gateway,O=Example',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com has its certificate from "CN=Example Web Gateway,O=Example", which is not among the authorities that are trusted here (SELF_SIGNED_CERT_IN_CHAIN).',
	],
	[
		'nobody named',
		'tls = UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com shows a certificate that is not vouched for by the authorities that are trusted here (UNABLE_TO_VERIFY_LEAF_SIGNATURE).',
	],
	[
		'an authority that the bundle lacks',
		'tls = UNABLE_TO_GET_ISSUER_CERT_LOCALLY\nissuer = CN=Amazon Root CA 1,O=Amazon\nbundle = /etc/ca.pem',
		'failed',
		'What answers as rolesanywhere.eu-central-1.amazonaws.com has its certificate from "CN=Amazon Root CA 1,O=Amazon", which is not among /etc/ca.pem (UNABLE_TO_GET_ISSUER_CERT_LOCALLY).',
	],
	[
		'one that a helper of others trusts',
		'tls = SELF_SIGNED_CERT_IN_CHAIN\nissuer = CN=Gateway\nprogram = official-helper 1.8.0\nran = 0',
		'failed',
		'warning: What answers as rolesanywhere.eu-central-1.amazonaws.com has its certificate from "CN=Gateway", which is not among the authorities that are trusted here (SELF_SIGNED_CERT_IN_CHAIN).',
	],
	['another name', 'tls = ERR_TLS_CERT_ALTNAME_INVALID', 'passed'],
]);
