import rule from '../../../src/rules/certificate/alternative-name-syntax.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	[
		'names of every kind as they should be',
		'subjectAltName = DNS:host.example.com, DNS:*.example.com, DNS:_x.example.com, URI:spiffe://example.com/a, IP:192.0.2.1, email:a@example.com, dirName:CN=a',
		'passed',
	],
	['no alternative name', 'subjectAltName = absent', 'passed'],
	['an address as a DNS name', 'subjectAltName = DNS:192.0.2.1', 'failed', 'The DNS name "192.0.2.1" is an address.'],
	[
		'a URL as a DNS name',
		'subjectAltName = DNS:https://example.com/a',
		'failed',
		'The DNS name "https://example.com/a" is no name of a host.',
	],
	[
		'a name with a port',
		'subjectAltName = DNS:host.example.com:8443',
		'failed',
		'The DNS name "host.example.com:8443" is no name of a host.',
	],
	[
		'an empty label',
		'subjectAltName = DNS:host..example.com',
		'failed',
		'The DNS name "host..example.com" is no name of a host.',
	],
	[
		'a label that ends in a hyphen',
		'subjectAltName = DNS:host-.example.com',
		'failed',
		'The DNS name "host-.example.com" is no name of a host.',
	],
	['a relative URI', 'subjectAltName = URI:/a/b', 'failed', 'The URI "/a/b" is without a scheme, or has blanks.'],
	['an e-mail address without a host', 'subjectAltName = email:operator', 'failed', '"operator" is no e-mail address.'],
]);
