import {tags} from '../../pki/der/der.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'signature-parameters',
	severity: 'warning',
	title: 'The signature algorithm has the parameters that its kind prescribes.',
	why: 'RSA takes NULL, and ECDSA and ML-DSA take none; readers differ in what else they accept.',
	fix: 'Issue it again with a current version of the tool.',
	source: rfc(5758, '3.2', '2026-11-22', ['EE-06', 'CA-08']),
	examples: {fails: 'signature = sha256 with NULL', passes: 'signature = sha256'},
	appliesTo: ({certificate}) => expected(certificate.signatureAlgorithm.name) !== undefined,
	check({certificate: {signatureAlgorithm}}) {
		const {parameters, name} = signatureAlgorithm;
		const found = parameters ? (parameters.identifier === tags.null ? 'NULL' : 'other parameters') : 'no parameters';
		const wanted = expected(name);
		return found === wanted
			? []
			: [{at: 'signatureAlgorithm', message: `${name} has ${found}, and it should have ${wanted}.`}];
	},
});

function expected(name: string | undefined): 'NULL' | 'no parameters' | undefined {
	if (name?.endsWith('WithRSAEncryption')) {
		return 'NULL';
	}

	return name?.startsWith('ecdsa-') || name?.startsWith('ML-DSA') ? 'no parameters' : undefined;
}
