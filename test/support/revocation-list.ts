import {encodePem} from '../../src/pki/intake/pem.ts';
import {bitString, integer, oid, sequence, utcTime} from './der.ts';

/** DER of a version 2 revocation list with entries for these serial numbers; its signature is none. */
export function revocationListForTest(serials: readonly number[]): Uint8Array {
	const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
	const entries = serials.map(serial => sequence(integer(serial), utcTime('260601000000Z')));
	const signed = sequence(
		integer(1),
		algorithm,
		sequence(),
		utcTime('260601000000Z'),
		utcTime('270601000000Z'),
		...(entries.length === 0 ? [] : [sequence(...entries)]),
	);
	return sequence(signed, algorithm, bitString(0, new Uint8Array(8)));
}

/** The same as PEM. */
export function revocationListPem(serials: readonly number[]): string {
	return encodePem('X509 CRL', revocationListForTest(serials));
}
