import {privateCaApi} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<KeyInFile>({
	id: 'key-curve',
	severity: 'error',
	title: 'An EC key lies on P-256 or P-384, named and not spelled out.',
	why: 'These curves are proven with the service, and Go, which the official helper is written in, reads named curves alone.',
	fix: 'Make a key on P-256 and have a certificate issued for it: anchorsmith request --name NAME --subject DN',
	source: privateCaApi('CertificateAuthorityConfiguration', '2026-11-22', ['CA-10', 'CA-11']),
	examples: {fails: 'algorithm = secp256k1', passes: 'algorithm = p384'},
	appliesTo: ({facts}) => facts.state === 'read' && facts.type === 'ec',
	check: ({facts}) => {
		const curve = facts.state === 'read' ? facts.curve : undefined;
		if (curve === 'prime256v1' || curve === 'secp384r1') {
			return [];
		}

		return curve === 'secp521r1'
			? [{at: '', severity: 'warning', message: 'The EC key lies on P-521, unproven with the service.'}]
			: [
					{
						at: '',
						message: `The EC key lies on ${curve === undefined ? 'a curve that is spelled out' : quoted(curve)}.`,
					},
				];
	},
});
