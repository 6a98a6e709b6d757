import {type DerElement, readDer, tags} from '../der/der.ts';
import type {Intake, Item, ItemKind} from './item.ts';
import {type PemBlock, readPem} from './pem.ts';

export type {FormNote, FormNoteKind, Intake, Item, ItemKind, KeyFormat} from './item.ts';

/** Tells what the bytes of a file are: PEM, DER or neither, and which things are in it. Never throws. */
export function takeIn(bytes: Uint8Array): Intake {
	if (isUtf16(bytes)) {
		return {form: 'utf-16', items: [], problems: [], notes: []};
	}

	const {blocks, problems} = readPem(bytes);
	if (blocks.length > 0 || problems.length > 0) {
		return {form: 'pem', items: blocks.map(fromBlock), problems, notes: []};
	}

	const form = /\S/.test(Buffer.from(bytes.subarray(0, 4096)).toString('latin1')) ? 'unknown' : 'empty';
	const der = bytes[0] === tags.sequence ? kindOfDer(bytes) : undefined;
	return der
		? {form: 'der', items: [{...der, der: bytes, ...standsAlone}], problems, notes: []}
		: {form, items: [], problems, notes: []};
}

/** A byte order mark of UTF-16, or zero bytes between the letters of a PEM boundary. */
function isUtf16(bytes: Uint8Array): boolean {
	const [first, second, third, fourth] = bytes;
	const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const isDash = (octet: number | undefined) => octet === 0x2d;
	return (
		hasMark ||
		(isDash(first) && second === 0 && isDash(third)) ||
		(first === 0 && isDash(second) && third === 0 && isDash(fourth))
	);
}

const standsAlone = {offset: 0, source: [], isPlain: true, notes: []};

const LABELS: ReadonlyMap<string, Pick<Item, 'kind' | 'keyFormat'>> = new Map<string, Pick<Item, 'kind' | 'keyFormat'>>(
	[
		['CERTIFICATE', {kind: 'certificate'}],
		['X509 CERTIFICATE', {kind: 'certificate'}],
		['PRIVATE KEY', {kind: 'private-key', keyFormat: 'pkcs8'}],
		['RSA PRIVATE KEY', {kind: 'private-key', keyFormat: 'pkcs1'}],
		['EC PRIVATE KEY', {kind: 'private-key', keyFormat: 'sec1'}],
		['ENCRYPTED PRIVATE KEY', {kind: 'encrypted-private-key'}],
		['OPENSSH PRIVATE KEY', {kind: 'openssh-private-key'}],
		['TSS2 PRIVATE KEY', {kind: 'tpm-private-key'}],
		['PUBLIC KEY', {kind: 'public-key'}],
		['RSA PUBLIC KEY', {kind: 'public-key'}],
		['CERTIFICATE REQUEST', {kind: 'certificate-request'}],
		['NEW CERTIFICATE REQUEST', {kind: 'certificate-request'}],
		['X509 CRL', {kind: 'crl'}],
		['PKCS7', {kind: 'pkcs7'}],
		['CMS', {kind: 'pkcs7'}],
		['EC PARAMETERS', {kind: 'ec-parameters'}],
	],
);

function fromBlock({label, der, headers, line}: PemBlock): Item {
	const known = LABELS.get(label) ?? {kind: 'unknown'};
	const isEncrypted = headers.some(([name, value]) => name.toLowerCase() === 'proc-type' && /ENCRYPTED/i.test(value));
	return isEncrypted && label.endsWith('PRIVATE KEY')
		? {kind: 'legacy-encrypted-private-key', der, label, headers, line, ...standsAlone}
		: {...known, der, label, line, ...standsAlone};
}

/** Tells the ASN.1 types apart by the first few elements in them. */
function kindOfDer(bytes: Uint8Array): Pick<Item, 'kind' | 'keyFormat'> | undefined {
	const outer = readDer(bytes);
	const children = outer.ok ? tagsInside(outer.value) : undefined;
	if (!outer.ok || !children) {
		return undefined;
	}

	const shape = children.map(({identifier}) => SHAPE_LETTERS.get(identifier) ?? '?').join('');
	const [first] = children;
	if (shape === 'SSB' && first) {
		return {kind: kindOfSigned(first)};
	}

	return SHAPES.find(([pattern]) => pattern.test(shape))?.[1] ?? {kind: 'unknown'};
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
const SHAPES: readonly (readonly [RegExp, Pick<Item, 'kind' | 'keyFormat'>])[] = [
	[/^ISO/, {kind: 'private-key', keyFormat: 'pkcs8'}],
	[/^SO$/, {kind: 'encrypted-private-key'}],
	[/^I{9}$/, {kind: 'private-key', keyFormat: 'pkcs1'}],
	[/^IO0?1?$/, {kind: 'private-key', keyFormat: 'sec1'}],
	[/^SB$/, {kind: 'public-key'}],
	[/^II$/, {kind: 'public-key'}],
	[/^ISS?$/, {kind: 'pkcs12'}],
	[/^o0$/, {kind: 'pkcs7'}],
];

/** Certificate, request or CRL: all are something, an algorithm and a signature. */
function kindOfSigned(signed: DerElement): ItemKind {
	const inside = tagsInside(signed) ?? [];
	if (inside.some(({identifier}) => identifier === tags.utcTime || identifier === tags.generalizedTime)) {
		return 'crl';
	}

	const hasVersion = inside[0]?.identifier === 0xa0;
	return hasVersion || inside.length > 4 ? 'certificate' : 'certificate-request';
}

function tagsInside(element: DerElement): readonly DerElement[] | undefined {
	const children = element.isConstructed ? element.children() : undefined;
	return children?.ok ? children.value : undefined;
}
