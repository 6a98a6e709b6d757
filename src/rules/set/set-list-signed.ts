import {rfc5280} from '../citation.ts';
import {isAuthority} from '../file-set.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-list-signed',
	severity: 'error',
	title: 'A list of revoked certificates is signed with the key of the CA that is given with it.',
	why: 'A list that the trust anchor’s CA did not sign revokes nothing.',
	fix: 'Have the list made again by the CA that issued the certificates.',
	source: rfc5280('6.3.3', '2026-11-22', ['CRL-05']),
	examples: {
		fails: 'list.crl: list that revokes host\nchain.pem: re-keyed issuing',
		passes: 'list.crl: list that revokes host\nchain.pem: issuing',
	},
	appliesTo: ({thing, set}) => thing.crl !== undefined && set.named(thing.crl.issuer).some(isAuthority),
	check: ({thing, set}) => {
		const {crl} = thing;
		const authorities = crl ? set.named(crl.issuer).filter(isAuthority) : [];
		return !crl || !set.isWhollyVerified || authorities.some(({certificate}) => set.isSigned(crl, certificate))
			? []
			: [{at: 'signature', message: `The key of ${quoted(crl.issuer.text)} that is here did not sign it.`}];
	},
});
