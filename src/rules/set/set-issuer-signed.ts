import type {Certificate} from '../../pki/certificate/certificate.ts';
import {findSignatureAlgorithm} from '../../pki/path/signature-algorithm.ts';
import {keyProblem} from '../../pki/path/verify-signature.ts';
import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {asCertificate, type GivenCertificate, placeOf} from '../file-set.ts';
import {quoted} from '../quoted.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

/** False where the signature is of a kind that is not looked at: other rules speak of that. */
function isVerifiable({signatureAlgorithm}: Certificate, issuers: readonly GivenCertificate[]): boolean {
	return (
		!('refusedBecause' in findSignatureAlgorithm(signatureAlgorithm)) &&
		issuers.every(({certificate}) => keyProblem(certificate.publicKey) === undefined)
	);
}

export default defineRule<ThingInSet>({
	id: 'set-issuer-signed',
	severity: 'error',
	title: 'A certificate is signed with the key of the issuer that is given with it.',
	why: 'After a CA was made anew under its old name everything looks right by name alone; the service answers "Untrusted signing certificate".',
	fix: 'Give the certificate of the issuer with the key that signed, or have the certificate issued again.',
	source: userGuide('trust-model', 'Trust model', '2026-11-22', ['CA-18', 'EE-15', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: 'host.pem: host\nchain.pem: re-keyed issuing', passes: 'host.pem: host\nchain.pem: issuing'},
	appliesTo: ({thing}) => thing.certificate?.isSelfIssued === false,
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const named = given ? set.named(given.certificate.issuer) : [];
		const [issuer] = named;
		if (
			!given ||
			!issuer ||
			set.issuersOf(given).length > 0 ||
			!set.isWhollyVerified ||
			!isVerifiable(given.certificate, named)
		) {
			return [];
		}

		const name = quoted(issuer.certificate.subject.text);
		return [
			{
				at: 'signature',
				message: `It names ${name} as its issuer, whose key in ${printable(placeOf(issuer))} did not sign it.`,
			},
		];
	},
});
