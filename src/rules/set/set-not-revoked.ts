import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {placeOf} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-not-revoked',
	severity: 'error',
	title: 'A certificate is not on a list of revoked certificates of its issuer.',
	why: 'Once the list is imported, the service answers "Certificate revoked".',
	fix: 'Have a new certificate issued.',
	source: userGuide('trust-model', 'Trust model', '2026-11-22', ['CRL-06', 'ERR-04']),
	refusal: {code: 'AccessDeniedException', message: 'Certificate revoked'},
	examples: {
		fails: 'host.pem: host\nlist.crl: list that revokes host',
		passes: 'host.pem: host\nlist.crl: list that revokes second host',
	},
	appliesTo: ({thing, set}) => thing.certificate !== undefined && set.crls.length > 0,
	check: ({thing, set}) => {
		const {certificate} = thing;
		const list =
			certificate &&
			set
				.listsOf(certificate.issuer)
				.find(({crl}) =>
					(crl?.entriesFor(certificate.serial.hex) ?? []).some(({reason}) => reason !== 'removeFromCRL'),
				);
		return list ? [{at: 'serialNumber', message: `The list in ${printable(placeOf(list))} revokes it.`}] : [];
	},
});
