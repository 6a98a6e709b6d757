import {derFromBer} from '../der/ber.ts';
import {isOpensshKey} from '../keys/openssh-key.ts';
import {readPkcs7} from '../pkcs7/pkcs7.ts';
import type {FormNote, Item} from './item.ts';
import {type KindOfDer, kindOfDer} from './kind-of-der.ts';
import {type Place, within} from './place.ts';

/** Some DER with what is known of how it stood there. */
export interface FoundDer {
	readonly bytes: Uint8Array;
	readonly label?: string;
	readonly headers?: Item['headers'];
	readonly line?: number;
	readonly offset: number;
	readonly isPlain: boolean;
	readonly notes: readonly FormNote[];
	/** What the label promises, where there is one. */
	readonly promised?: Pick<Item, 'kind' | 'keyFormat'>;
}

const NO_NOTES: readonly FormNote[] = [];

const BUNDLES: ReadonlyMap<Item['kind'], readonly FormNote[]> = new Map<Item['kind'], readonly FormNote[]>([
	['pkcs7', [{kind: 'bundle', message: 'It is a PKCS#7 bundle, and helpers read certificates in PEM.'}]],
	['pkcs12', [{kind: 'bundle', message: 'It is a PKCS#12 bundle, and helpers read certificates and keys in PEM.'}]],
]);

/** Makes items of DER: the thing itself and, when it is a PKCS#7 bundle, what that holds. */
export function itemsOfDer(found: FoundDer, place: Place): readonly Item[] {
	const {der, kind, keyFormat, notes} = whatItIs(found);
	const line = place.line ?? found.line;
	const item: Item = {
		kind,
		der,
		...(keyFormat !== undefined && {keyFormat}),
		...(found.label !== undefined && {label: found.label}),
		...(found.headers !== undefined && found.headers.length > 0 && {headers: found.headers}),
		...(line !== undefined && {line}),
		offset: place.offset + found.offset * place.scale,
		source: place.source,
		isPlain: place.isPlain && found.isPlain && notes.length === 0,
		notes: [...found.notes, ...notes, ...(BUNDLES.get(kind) ?? NO_NOTES)],
	};
	return kind === 'pkcs7' ? openPkcs7(item, place) : [item];
}

interface WhatItIs extends Pick<Item, 'kind' | 'keyFormat' | 'der' | 'notes'> {}

function whatItIs({bytes, promised, label, line}: FoundDer): WhatItIs {
	if (promised?.kind === 'legacy-encrypted-private-key') {
		return {...promised, der: bytes, notes: NO_NOTES};
	}

	if (isOpensshKey(bytes)) {
		const isHonest = promised?.kind === 'openssh-private-key';
		return {
			kind: 'openssh-private-key',
			der: bytes,
			notes: isHonest ? NO_NOTES : [{kind: 'wrong-label', message: `The label says ${label}, but this is OpenSSH's.`}],
		};
	}

	const read = kindOfDer(bytes);
	const found = read.ok ? read.value : undefined;
	if (found && found.kind !== 'unknown') {
		return {
			...kindAndFormat(found),
			der: found.end === bytes.length ? bytes : bytes.subarray(0, found.end),
			notes: notesOn(found, bytes.length - found.end, promised, label, line),
		};
	}

	const rewritten = bytes[1] === 0x80 ? derFromBer(bytes) : undefined;
	const known = rewritten ? kindOfDer(rewritten) : undefined;
	if (rewritten && known?.ok && known.value.kind.startsWith('pkcs')) {
		return {...kindAndFormat(known.value), der: rewritten, notes: NO_NOTES};
	}

	return {...(promised ?? {kind: 'unknown'}), der: bytes, notes: NO_NOTES};
}

function kindAndFormat({kind, keyFormat}: KindOfDer): Pick<Item, 'kind' | 'keyFormat'> {
	return {kind, ...(keyFormat !== undefined && {keyFormat})};
}

function notesOn(
	{kind, keyFormat}: KindOfDer,
	trailing: number,
	promised: FoundDer['promised'],
	label: string | undefined,
	line: number | undefined,
): readonly FormNote[] {
	const isHonest =
		promised === undefined ||
		promised.kind === 'unknown' ||
		(promised.kind === kind && promised.keyFormat === keyFormat);
	if (isHonest && trailing === 0) {
		return NO_NOTES;
	}

	const place = line === undefined ? {} : {line};
	const notes: FormNote[] = [];
	if (!isHonest) {
		notes.push({
			kind: 'wrong-label',
			...place,
			message: `The label says ${label}, but this is ${NAMES[kind] ?? kind}.`,
		});
	}

	if (trailing > 0) {
		notes.push(
			label === 'TRUSTED CERTIFICATE'
				? {kind: 'trust-settings', ...place, message: "OpenSSL's trust settings follow the certificate."}
				: {kind: 'trailing-bytes', ...place, message: `${trailing} bytes follow what the block should end with.`},
		);
	}

	return notes;
}

/** For the message on a label that names another thing. */
const NAMES: Readonly<Record<string, string>> = {
	certificate: 'a certificate',
	'private-key': 'a private key of another form',
	'encrypted-private-key': 'an encrypted private key',
	'tpm-private-key': 'a key that a TPM guards',
	'public-key': 'a public key',
	'certificate-request': 'a certificate signing request',
	crl: 'a list of revoked certificates',
	pkcs7: 'a PKCS#7 bundle',
	pkcs12: 'a PKCS#12 bundle',
};

function openPkcs7(item: Item, place: Place): readonly Item[] {
	const inside = within(place, 'PKCS#7 bundle', item.line);
	const contents = readPkcs7(item.der);
	if (!contents.ok || !inside) {
		const why = contents.ok ? 'It lies in too many others' : contents.problem.message;
		return [{...item, notes: [...item.notes, {kind: 'unopened', message: `The bundle was not opened: ${why}.`}]}];
	}

	const {certificates, crls} = contents.value;
	return [
		item,
		...[...certificates, ...crls].flatMap(bytes =>
			itemsOfDer({bytes, offset: item.offset, isPlain: false, notes: NO_NOTES}, {...inside, offset: item.offset}),
		),
	];
}
