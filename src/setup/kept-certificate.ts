import type {Certificate} from '../pki/certificate/certificate.ts';
import {readDer} from '../pki/der/der.ts';
import {extensionOids} from '../pki/der/oids.ts';
import {findKeyAlgorithm, type KeyAlgorithm} from '../pki/keys/algorithm.ts';
import {type AlternativeNames, encodeAlternativeNames} from '../pki/names/alternative-names.ts';

/** The share of its life that is left when a certificate counts as near its end. */
const NEAR_END = 1 / 5;

/** What was asked for. */
export interface Wanted {
	/** Absent when the key is another's. */
	readonly algorithm?: KeyAlgorithm;
	readonly names?: AlternativeNames;
	readonly days: number;
}

/** Milliseconds. */
const DAY = 24 * 3_600_000;

/** What was asked for and a certificate that is there and kept does not have; empty when it has all. */
export function missedBy(certificate: Certificate, wanted: Wanted): readonly string[] {
	const key = certificate.publicKey.toKeyObject();
	const algorithm = key.ok ? findKeyAlgorithm(key.value) : undefined;
	return [
		...(wanted.algorithm === undefined || algorithm === wanted.algorithm
			? []
			: [`a key of the kind ${wanted.algorithm} (it has ${algorithm ?? 'another'})`]),
		...(wanted.names === undefined || hasNames(certificate, wanted.names) ? [] : ['just those other names']),
		...(daysOf(certificate) === wanted.days ? [] : [`a life of ${wanted.days} days (it has ${daysOf(certificate)})`]),
	];
}

/** Certificates begin a little before they are made. */
function daysOf({validity: {notBefore, notAfter}}: Certificate): number {
	return Math.floor((notAfter.getTime() - notBefore.getTime()) / DAY);
}

/** How long a certificate still has. */
export function ageOf(
	{validity: {notBefore, notAfter}}: Pick<Certificate, 'validity'>,
	at: Date,
): 'fresh' | 'near its end' | 'expired' {
	const left = notAfter.getTime() - at.getTime();
	if (left < 0) {
		return 'expired';
	}

	return left < (notAfter.getTime() - notBefore.getTime()) * NEAR_END ? 'near its end' : 'fresh';
}

/** As encoded, so that every way to write a name counts as the same. */
function hasNames({extensions}: Certificate, names: AlternativeNames): boolean {
	const extension = extensions.find(({oid}) => oid === extensionOids.subjectAlternativeName);
	const read = extension && readDer(extension.value);
	const contents = read?.ok ? read.value.contents : new Uint8Array();
	return Buffer.concat(encodeAlternativeNames(names)).equals(contents);
}
