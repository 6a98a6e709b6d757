import {isIP} from 'node:net';
import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {GeneralName} from '../../pki/names/names.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

const LABEL = /^(?!-)[A-Za-z\d_-]{1,63}(?<!-)$/;

export default defineRule<CertificateInRole>({
	id: 'alternative-name-syntax',
	severity: 'warning',
	title: 'Every alternative name is written as its kind prescribes.',
	why: 'Strict readers reject what is no DNS name, URI or address, and a session tag made of it is not what policies expect.',
	fix: 'Issue it again: addresses as IP:, hosts as DNS: without port or path, and URIs with their scheme.',
	source: rfc5280('4.2.1.6', '2026-11-22', ['EE-12', 'TAG-04']),
	examples: {fails: 'subjectAltName = DNS:192.0.2.1', passes: 'subjectAltName = DNS:host.example.com, IP:192.0.2.1'},
	appliesTo: () => true,
	check: ({certificate: {subjectAlternativeName}}) =>
		(decodedValue(subjectAlternativeName) ?? []).flatMap((name): Shortcoming[] => {
			const message = faultOf(name);
			return message === undefined ? [] : [{at: 'extensions.subjectAlternativeName', message}];
		}),
});

function faultOf(name: GeneralName): string | undefined {
	switch (name.kind) {
		case 'dns':
			if (isIP(name.value) !== 0) {
				return `The DNS name ${quoted(name.value)} is an address.`;
			}

			return isHost(name.value) ? undefined : `The DNS name ${quoted(name.value)} is no name of a host.`;
		case 'uri':
			return /^[A-Za-z][A-Za-z\d+.-]*:[^\s]+$/.test(name.value)
				? undefined
				: `The URI ${quoted(name.value)} is without a scheme, or has blanks.`;
		case 'email':
			return /^[^\s@]+@[^\s@]+$/.test(name.value) ? undefined : `${quoted(name.value)} is no e-mail address.`;
		default:
			return undefined;
	}
}

/** Letters, digits, hyphens and, as Windows has them, underscores; a wildcard has a rule of its own. */
function isHost(name: string): boolean {
	const host = name.startsWith('*.') ? name.slice(2) : name;
	return host.length <= 253 && host.split('.').every(label => LABEL.test(label));
}
