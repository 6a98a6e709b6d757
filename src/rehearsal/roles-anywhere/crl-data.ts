import {attemptDer, DerFields, readDer, tags} from '../../pki/der/der.ts';
import {readPem} from '../../pki/intake/pem.ts';
import {invalid} from './operation.ts';

/**
 * Takes a revocation list as the service does: PEM (or DER, which one team saw accepted), in the form
 * of RFC 5280 section 5.1, with at least one revoked certificate (fact sheet, CRL-02 to CRL-04).
 * Its signature and dates are not judged.
 *
 * @throws {ServiceRefusal} `ValidationException`.
 */
export function requireCrlData(bytes: Uint8Array): void {
	const revoked = countRevoked(derOf(bytes));
	if (revoked === undefined) {
		throw invalid('Error importing CRL. Bad CRL data');
	}

	if (revoked === 0) {
		throw invalid('Error importing CRL. The CRL does not revoke any certificate.');
	}
}

function derOf(bytes: Uint8Array): Uint8Array {
	if (bytes[0] === tags.sequence) {
		return bytes;
	}

	const {blocks, problems} = readPem(bytes);
	const [block, ...others] = blocks;
	return block?.label === 'X509 CRL' && others.length === 0 && problems.length === 0 ? block.der : new Uint8Array();
}

/** The number of entries of a revocation list; undefined when the bytes are none. */
function countRevoked(der: Uint8Array): number | undefined {
	const element = readDer(der);
	if (!element.ok) {
		return undefined;
	}

	const count = attemptDer(() => {
		const list = new DerFields(element.value);
		const signed = new DerFields(list.expect(tags.sequence, 'the signed part'));
		list.expect(tags.sequence, 'the signature algorithm');
		list.expect(tags.bitString, 'the signature');
		signed.optional(tags.integer, 'the version');
		signed.expect(tags.sequence, 'the signature algorithm');
		signed.expect(tags.sequence, 'the issuer');
		time(signed, 'the time of this update');
		signed.optional(tags.utcTime, 'the time of the next update');
		signed.optional(tags.generalizedTime, 'the time of the next update');
		const entries = signed.optional(tags.sequence, 'the revoked certificates');
		return entries ? [...new DerFields(entries).rest()].length : 0;
	});
	return count.ok ? count.value : undefined;
}

function time(fields: DerFields, what: string): void {
	if (!fields.optional(tags.utcTime, what)) {
		fields.expect(tags.generalizedTime, what);
	}
}
