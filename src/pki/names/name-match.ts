import type {AttributeTypeAndValue, DistinguishedName} from './distinguished-name.ts';

/** Names seen before, by object: a certificate's name is compared many times while paths are built. */
const known = new WeakMap<DistinguishedName, readonly string[]>();
const knownWhole = new WeakMap<DistinguishedName, string>();

/** True when the names are equal as RFC 5280, section 7.1, compares them: not byte by byte. */
export function areSameNames(one: DistinguishedName, other: DistinguishedName): boolean {
	return nameKey(one) === nameKey(other);
}

/** Equal for two names exactly when section 7.1 calls them equal. */
export function nameKey(name: DistinguishedName): string {
	const before = knownWhole.get(name);
	if (before !== undefined) {
		return before;
	}

	const key = rdnKeys(name).join('\u{3}');
	knownWhole.set(name, key);
	return key;
}

/** True when `name` begins with all RDNs of `base`: it lies in the subtree (RFC 5280, section 7.1). */
export function isWithin(base: DistinguishedName, name: DistinguishedName): boolean {
	const wanted = rdnKeys(base);
	const had = rdnKeys(name);
	return wanted.length <= had.length && wanted.every((key, index) => key === had[index]);
}

function rdnKeys(name: DistinguishedName): readonly string[] {
	const before = known.get(name);
	if (before) {
		return before;
	}

	const keys = name.rdns.map(rdnKey);
	known.set(name, keys);
	return keys;
}

/** As {@link nameKey}, for one RDN; its attributes may stand in any order. */
export function rdnKey(rdn: readonly AttributeTypeAndValue[]): string {
	const [only] = rdn;
	return rdn.length === 1 && only
		? attributeKey(only)
		: rdn
				.map(attributeKey)
				.toSorted((one, other) => (one < other ? -1 : 1))
				.join('\u{2}');
}

function attributeKey(attribute: AttributeTypeAndValue): string {
	const {oid, value} = attribute;
	const isText = STRING_TAGS.has(attribute.tag) && !value.includes('\u{fffd}');
	return isText ? `${oid}=${prepared(value)}` : `${oid}#${Buffer.from(attribute.valueDer).toString('hex')}`;
}

const STRING_TAGS: ReadonlySet<number> = new Set([0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e]);

const PLAIN = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;
/** Characters that RFC 4518, section 2.2, maps to nothing: controls that are no white space, and the invisible ones. */
const NOTHING = /\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFC]|(?![\t-\r\u0085])\p{Cc}/gu;

/** Prepared as RFC 4518 asks: folded, normalised, white space trimmed and each run of it made one space. */
function prepared(value: string): string {
	if (PLAIN.test(value)) {
		return value.toLowerCase();
	}

	return value
		.replace(NOTHING, '')
		.replace(/[\s\u0085]+/gu, ' ')
		.toUpperCase()
		.toLowerCase()
		.normalize('NFKC')
		.toLowerCase()
		.replace(/\s+/gu, ' ')
		.trim();
}
