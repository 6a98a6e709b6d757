import type {CertificateInRole} from '../certificate-in-role.ts';
import {rolesAnywhereApi} from '../citation.ts';
import {defineRule} from '../rule.ts';

const MOST_CHARACTERS = 16_000;

export default defineRule<CertificateInRole>({
	id: 'anchor-size',
	severity: 'error',
	title: 'The PEM of a trust anchor has at most 16 000 characters.',
	why: 'CreateTrustAnchor takes no longer text.',
	fix: 'Make an issuer with an EC key, or without the longest extensions.',
	source: rolesAnywhereApi('SourceData', '2026-11-22', ['CA-20']),
	examples: {
		fails: 'role = anchor\nsubjectKeyIdentifier = 01 times 12000',
		passes: 'role = anchor\nsubjectKeyIdentifier = 01 times 20',
	},
	appliesTo: ({role}) => role === 'anchor',
	check({certificate: {der}}) {
		const length = pemLength(der.length);
		return length > MOST_CHARACTERS ? [{at: 'certificate', message: `Its PEM has ${length} characters.`}] : [];
	},
});

/** Boundaries, base64 in lines of 64 characters, and their line ends. */
function pemLength(bytes: number): number {
	const base64 = Math.ceil(bytes / 3) * 4;
	return '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n'.length + base64 + Math.ceil(base64 / 64);
}
