import {extensionOids} from '../../pki/der/oids.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

const KNOWN: ReadonlySet<string> = new Set(Object.values(extensionOids));

export default defineRule<CertificateInRole>({
	id: 'unknown-critical-extension',
	severity: 'warning',
	title: 'A certificate has no critical extension that is not known.',
	why: 'RFC 5280 has every reader reject a certificate with a critical extension that it does not know; what the service does is not documented.',
	fix: 'Issue it again with that extension not critical, or without it.',
	source: rfc5280('4.2', '2026-11-22', ['EE-16']),
	examples: {fails: '1.2.3.4 = critical, DER:0500', passes: '1.2.3.4 = DER:0500'},
	appliesTo: () => true,
	check: ({certificate: {extensions}}) =>
		[...new Set(extensions.filter(({oid, isCritical}) => isCritical && !KNOWN.has(oid)).map(({oid}) => oid))].map(
			oid => ({
				at: `extensions.${oid.slice(0, 64)}`,
				message: `The extension ${quoted(oid)} is critical and not known here.`,
			}),
		),
});
