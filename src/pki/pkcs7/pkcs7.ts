import type {Result} from '../../result.ts';
import {
	attemptDer,
	contextTag,
	type DerElement,
	DerError,
	DerFields,
	type DerProblem,
	readOnlyElement,
	tags,
} from '../der/der.ts';
import {readOid} from '../der/der-values.ts';

/** What a PKCS#7 bundle carries, each as DER. */
export interface Pkcs7Contents {
	readonly certificates: readonly Uint8Array[];
	readonly crls: readonly Uint8Array[];
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/**
 * Reads the certificates and lists that a PKCS#7 or CMS `SignedData` carries (RFC 5652, sections 3 and 5.1). Signatures
 * in it are not looked at: bundles of certificates have none.
 */
export function readPkcs7(der: Uint8Array): Result<Pkcs7Contents, DerProblem> {
	return attemptDer(() => {
		const outer = new DerFields(readOnlyElement(der));
		const type = outer.expect(tags.oid, 'The type of the content');
		if (readOid(type, 'The type of the content') !== SIGNED_DATA) {
			throw new DerError('unexpected', type.offset, 'It is of another type than the one that carries certificates');
		}

		const content = new DerFields(outer.expect(contextTag(0, 'constructed'), 'The content'));
		const signed = new DerFields(content.expect(tags.sequence, 'The signed data'));
		signed.expect(tags.integer, 'The version');
		signed.expect(tags.set, 'The digest algorithms');
		signed.expect(tags.sequence, 'The encapsulated content');
		const certificates = signed.optional(contextTag(0, 'constructed'), 'The certificates');
		const crls = signed.optional(contextTag(1, 'constructed'), 'The lists');
		return {certificates: sequencesIn(certificates), crls: sequencesIn(crls)};
	});
}

/** Other choices than plain certificates and lists are tagged, and passed over. */
function sequencesIn(set: DerElement | undefined): readonly Uint8Array[] {
	return set
		? [...new DerFields(set).rest()].filter(({identifier}) => identifier === tags.sequence).map(({bytes}) => bytes)
		: [];
}
