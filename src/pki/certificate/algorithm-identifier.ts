import {type DerElement, DerFields, requireTag, tags} from '../der/der.ts';
import {readOid} from '../der/der-values.ts';
import {algorithmName} from '../der/oids.ts';

/** An AlgorithmIdentifier (RFC 5280, section 4.1.1.2). */
export class AlgorithmIdentifier {
	readonly oid: string;
	/** As openssl writes it, such as `ecdsa-with-SHA256`; undefined for unusual ones. */
	readonly name: string | undefined;
	readonly parameters: DerElement | undefined;
	readonly #element: DerElement;

	constructor(element: DerElement, oid: string, parameters: DerElement | undefined) {
		this.oid = oid;
		this.name = algorithmName(oid);
		this.parameters = parameters;
		this.#element = element;
	}

	get der(): Uint8Array {
		return this.#element.bytes;
	}
}

/** @throws {DerError} */
export function readAlgorithmIdentifier(element: DerElement, what: string): AlgorithmIdentifier {
	requireTag(element, tags.sequence, what);
	const fields = new DerFields(element);
	const oid = readOid(fields.next(what), what);
	const parameters = fields.isAtEnd ? undefined : fields.next(what);
	fields.finish(what);
	return new AlgorithmIdentifier(element, oid, parameters);
}
