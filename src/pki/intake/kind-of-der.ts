import type {Result} from '../../result.ts';
import type {DerProblem} from '../der/der.ts';
import {attemptDer, type DerElement, DerFields, readDer, tags} from '../der/der.ts';
import {type DerHeader, readHeader} from '../der/der-header.ts';
import type {ItemKind, KeyFormat} from './item.ts';

/** What some DER is, and where it ends among the bytes that it was found in. */
export interface KindOfDer {
	readonly kind: ItemKind;
	readonly keyFormat?: KeyFormat;
	/** The first byte after it. */
	readonly end: number;
}

/** Tells what the element at the beginning of the bytes is, by its first few parts. Takes no longer for larger ones. */
export function kindOfDer(bytes: Uint8Array): Result<KindOfDer, DerProblem> {
	return attemptDer(() => {
		const header = readHeader(bytes, 0, bytes.length);
		const {identifier, end} = header;
		if (identifier === tags.sequence && beginsLikeCertificate(bytes, header)) {
			return {kind: 'certificate', end};
		}

		const outer =
			identifier === tags.sequence ? readDer(end === bytes.length ? bytes : bytes.subarray(0, end)) : undefined;
		return outer?.ok ? {...kindOfSequence(outer.value), end} : {kind: 'unknown', end};
	});
}

/**
 * Something signed that begins with a version in a tag of its own, as only certificates do; told without making objects,
 * since most of what is taken in by the hundred thousand is that.
 */
function beginsLikeCertificate(bytes: Uint8Array, outer: DerHeader): boolean {
	if (bytes[outer.contentsOffset] !== tags.sequence) {
		return false;
	}

	const signed = attemptDer(() => readHeader(bytes, outer.contentsOffset, outer.end));
	if (!signed.ok) {
		return false;
	}

	const {contentsOffset: version, end} = signed.value;
	return (
		end < outer.end &&
		bytes[end] === tags.sequence &&
		bytes[version] === 0xa0 &&
		bytes[version + 1] === 3 &&
		bytes[version + 2] === tags.integer
	);
}

/** More parts than any of the things that are told apart has. */
const PARTS = 10;

function kindOfSequence(outer: DerElement): Omit<KindOfDer, 'end'> {
	const children = firstInside(outer);
	const shape = children.map(({identifier}) => SHAPE_LETTERS.get(identifier) ?? '?').join('');
	const [first] = children;
	if (shape === 'SSB' && first) {
		return {kind: kindOfSigned(first)};
	}

	const known = SHAPES.find(([pattern]) => pattern.test(shape))?.[1];
	if (known?.kind === 'encrypted-private-key' && first && firstInside(first)[0]?.identifier !== tags.oid) {
		return {kind: 'unknown'};
	}

	return known ?? {kind: 'unknown'};
}

const SHAPE_LETTERS: ReadonlyMap<number, string> = new Map<number, string>([
	[tags.integer, 'I'],
	[tags.sequence, 'S'],
	[tags.bitString, 'B'],
	[tags.octetString, 'O'],
	[tags.oid, 'o'],
	[0xa0, '0'],
	[0xa1, '1'],
]);

/** Elements of the outermost sequence, one letter each, and what has them. */
const SHAPES: readonly (readonly [RegExp, Omit<KindOfDer, 'end'>])[] = [
	[/^ISO/, {kind: 'private-key', keyFormat: 'pkcs8'}],
	[/^SO$/, {kind: 'encrypted-private-key'}],
	[/^I{9}$/, {kind: 'private-key', keyFormat: 'pkcs1'}],
	[/^IO0?1?$/, {kind: 'private-key', keyFormat: 'sec1'}],
	[/^SB$/, {kind: 'public-key'}],
	[/^II$/, {kind: 'public-key'}],
	[/^ISS?$/, {kind: 'pkcs12'}],
	[/^o[01?]*IOO$/, {kind: 'tpm-private-key'}],
	[/^o0$/, {kind: 'pkcs7'}],
];

/** Certificate, request or CRL: all are something, an algorithm and a signature. */
function kindOfSigned(signed: DerElement): ItemKind {
	const inside = firstInside(signed);
	if (inside.some(({identifier}) => identifier === tags.utcTime || identifier === tags.generalizedTime)) {
		return 'crl';
	}

	const hasVersion = inside[0]?.identifier === 0xa0;
	return hasVersion || inside.length > 4 ? 'certificate' : 'certificate-request';
}

function firstInside(element: DerElement): readonly DerElement[] {
	const children: DerElement[] = [];
	// What cannot be read ends the list: whoever reads the thing itself says more.
	attemptDer(() => {
		const fields = new DerFields(element);
		while (!fields.isAtEnd && children.length < PARTS) {
			children.push(fields.next('An element'));
		}
	});
	return children;
}
