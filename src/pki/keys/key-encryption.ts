import {attemptDer, type DerElement, DerFields, readOnlyElement, tags} from '../der/der.ts';
import {readOid, readSmallInteger} from '../der/der-values.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';

/**
 * The rounds of PBKDF2 that an EncryptedPrivateKeyInfo asks for (RFC 8018, appendix A); undefined for another
 * scheme or for bytes that are not one.
 */
export function keyDerivationRounds(der: Uint8Array): number | undefined {
	const rounds = attemptDer(() => {
		const [scheme, parameters] = algorithmIn(new DerFields(readOnlyElement(der)).next('The encryption'));
		const [derivation, settings] = algorithmIn(new DerFields(parameters).next('The key derivation'));
		if (scheme !== PBES2 || derivation !== PBKDF2) {
			return undefined;
		}

		const fields = new DerFields(settings);
		fields.expect(tags.octetString, 'The salt');
		return readSmallInteger(fields.next('The rounds'), 'The rounds', () => {});
	});
	return rounds.ok ? rounds.value : undefined;
}

function algorithmIn(sequence: DerElement): [oid: string, parameters: DerElement] {
	const fields = new DerFields(sequence);
	return [readOid(fields.next('An algorithm'), 'An algorithm'), fields.next('Its parameters')];
}
