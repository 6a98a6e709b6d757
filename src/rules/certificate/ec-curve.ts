import type {CertificateInRole} from '../certificate-in-role.ts';
import {privateCaApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ec-curve',
	severity: 'error',
	title: 'An EC key lies on P-256 or P-384.',
	why: 'These curves are proven with the service. The documentation lists none; others are refused here by policy.',
	fix: `Make a key on P-256 and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: privateCaApi('CertificateAuthorityConfiguration', '2026-11-22', ['CA-10', 'PCA-07']),
	examples: {fails: 'key = secp256k1', passes: 'key = p256'},
	appliesTo: () => true,
	check({certificate: {publicKey}}) {
		const {curve, curveOid} = publicKey.ec ?? {};
		if (curveOid === undefined || curve === 'p256' || curve === 'p384') {
			return [];
		}

		return curve === 'p521'
			? [{at: 'publicKey', severity: 'warning', message: 'The EC key lies on P-521, unproven with the service.'}]
			: [{at: 'publicKey', message: `The EC key lies on ${curve ?? quoted(curveOid)}.`}];
	},
});
