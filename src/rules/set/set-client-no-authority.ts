import {userGuide} from '../citation.ts';
import {asCertificate, isAuthority} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-client-no-authority',
	severity: 'warning',
	title: 'The certificate that lies in one file with its private key is that of an end entity.',
	why: 'A file with both is what clients are given. A certificate that may sign others is refused in a session, and its key should lie nowhere but with its issuer.',
	fix: 'Issue an end-entity certificate with it, and keep the key of the CA apart.',
	source: userGuide('trust-model', 'Trust model', '2026-11-22', ['EE-02', 'EE-19', 'ERR-02']),
	examples: {fails: 'client.pem: issuing, key of issuing', passes: 'issuer.pem: issuing\nkey.pem: key of issuing'},
	appliesTo: ({thing}) => isAuthority(thing),
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		return given && set.keysOf(given).some(({path}) => path === thing.path)
			? [{at: '', message: 'It is the certificate of a CA, in one file with its private key.'}]
			: [];
	},
});
