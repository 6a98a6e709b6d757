import {type Certificate, decodedValue} from '../../pki/certificate/certificate.ts';
import {printable} from '../../printable.ts';
import {rfc5280} from '../citation.ts';
import {asCertificate, placeOf} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

/** A different certificate, and not one of another CA that bears the same name. */
function isAnother(one: Certificate, other: Certificate): boolean {
	const [key, otherKey] = [one, other].map(
		({authorityKeyIdentifier: identifier}) => decodedValue(identifier)?.keyIdentifier,
	);
	return one.fingerprint !== other.fingerprint && (key === undefined || otherKey === undefined || key === otherKey);
}

export default defineRule<ThingInSet>({
	id: 'set-serial-unique',
	severity: 'error',
	title: 'An issuer gives each serial number only once.',
	why: 'Sessions are told apart by it, and a list of revoked certificates that names it revokes every certificate that has it.',
	fix: 'Have one of them issued again, with a random serial number.',
	source: rfc5280('4.1.2.2', '2026-11-22', ['EE-13']),
	examples: {
		fails: 'host.pem: host\nother.pem: host with the same serial number',
		passes: 'host.pem: host\nother.pem: second host',
	},
	appliesTo: ({thing}) => thing.certificate !== undefined,
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const other =
			given && set.withSerialOf(given).find(candidate => isAnother(candidate.certificate, given.certificate));
		return other
			? [
					{
						at: 'serialNumber',
						message: `The certificate in ${printable(placeOf(other))} has the same issuer and serial number.`,
					},
				]
			: [];
	},
});
