import rule from '../../../src/rules/certificate/ee-first-names-only.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['one of each kind', 'subjectAltName = DNS:host.example.com, URI:spiffe://example.com/a, dirName:CN=a', 'passed'],
	['several addresses, which never become tags', 'subjectAltName = IP:192.0.2.1, IP:192.0.2.2', 'passed'],
	['no alternative name', 'subjectAltName = absent', 'passed'],
	[
		'several of each kind',
		'subjectAltName = DNS:a.example.com, DNS:b.example.com, DNS:c.example.com, URI:spiffe://a/a, URI:spiffe://a/b, dirName:CN=a, dirName:CN=b',
		'failed',
		'Of its 3 DNS names the first alone becomes a tag.',
		'Of its 2 URIs the first alone becomes a tag.',
		'Of its 2 directory names the first alone becomes a tag.',
	],
	['an issuer', 'role = issuer\nsubjectAltName = DNS:a.example.com, DNS:b.example.com', 'not-applicable'],
]);
