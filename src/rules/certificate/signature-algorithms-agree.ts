import type {AlgorithmIdentifier} from '../../pki/certificate/certificate.ts';
import {areSameBytes} from '../../pki/der/der-values.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'signature-algorithms-agree',
	severity: 'error',
	title: 'The signature algorithm is the same inside and beside the signed part.',
	why: 'A certificate that names two algorithms lets an attacker choose; RFC 5280 has readers reject it.',
	fix: 'Issue it again; the certificate was altered, or the tool that made it is broken.',
	source: rfc5280('4.1.1.2', '2026-11-22', ['EE-06']),
	examples: {
		fails: '# ecdsa-with-SHA384 beside ecdsa-with-SHA256\nouterAlgorithm = DER:300a06082a8648ce3d040303',
		passes: 'signature = sha256',
	},
	appliesTo: () => true,
	check: ({certificate: {signatureAlgorithm, tbsSignatureAlgorithm}}) =>
		areSameBytes(signatureAlgorithm.der, tbsSignatureAlgorithm.der)
			? []
			: [
					{
						at: 'signatureAlgorithm',
						message: `The signed part names ${shown(tbsSignatureAlgorithm)}, the signature ${shown(signatureAlgorithm)}.`,
					},
				],
});

function shown({name, oid, parameters}: AlgorithmIdentifier): string {
	return `${quoted(name ?? oid)} ${parameters ? 'with' : 'without'} parameters`;
}
