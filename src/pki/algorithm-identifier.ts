import {type DerElement, DerFields, requireTag, tags} from './der.ts';
import {readOid} from './der-values.ts';
import {algorithmName} from './oids.ts';

/** An AlgorithmIdentifier (RFC 5280, section 4.1.1.2). */
export interface AlgorithmIdentifier {
	readonly oid: string;
	/** As openssl writes it, such as `ecdsa-with-SHA256`; absent for unusual ones. */
	readonly name?: string;
	readonly parameters?: DerElement;
	readonly der: Uint8Array;
}

/** @throws {DerError} */
export function readAlgorithmIdentifier(element: DerElement, what: string): AlgorithmIdentifier {
	requireTag(element, tags.sequence, what);
	const fields = new DerFields(element);
	const oid = readOid(fields.next(what), what);
	const parameters = fields.isAtEnd ? undefined : fields.next(`Parameters of ${what}`);
	fields.finish(what);
	const name = algorithmName(oid);
	return {
		oid,
		...(name !== undefined && {name}),
		...(parameters && {parameters}),
		der: element.bytes,
	};
}
