import {tags} from '../der/der.ts';
import {foreignFormat} from './foreign-format.ts';
import type {FormNote, Intake, Item} from './item.ts';
import {kindOfDer} from './kind-of-der.ts';
import {inFile, type Place} from './place.ts';
import {itemsOfDer} from './take-der.ts';
import {takeText} from './take-text.ts';
import {readUtf16} from './utf-16.ts';

export type {FormNote, FormNoteKind, Intake, Item, ItemKind, KeyFormat} from './item.ts';

/** Larger than anything that holds certificates; a stream of more than this is to be cut up by whoever reads it. */
export const MAX_INTAKE_BYTES = 128 * 1024 * 1024;

/**
 * Tells what the bytes of a file are, and which things are in it: PEM in any state, DER, PKCS#7, Kubernetes Secrets,
 * JSON, bare base64, UTF-16. Bundles of PKCS#12 and what else takes a passphrase or a library are left for
 * `openContainer`. Never throws; takes time in proportion to the bytes.
 */
export function takeIn(bytes: Uint8Array): Intake {
	return takeInAt(bytes, inFile);
}

/** As {@link takeIn}, for the contents of a container. */
export function takeInAt(bytes: Uint8Array, place: Place): Intake {
	if (bytes.length > MAX_INTAKE_BYTES) {
		const message = `It has ${bytes.length} bytes, more than are looked at in one piece.`;
		return nothing('unknown', {kind: 'too-much', message});
	}

	const der = bytes[0] === tags.sequence ? takeDer(bytes, place) : undefined;
	if (der) {
		return der;
	}

	const utf16 = readUtf16(bytes);
	if (utf16) {
		const taken = takeText(
			utf16.text,
			{...place, offset: place.offset + utf16.offset * place.scale, scale: place.scale === 0 ? 0 : 2, isPlain: false},
			takeInAt,
		);
		const note: FormNote = {kind: 'utf-16', message: 'It is written in UTF-16, and PEM is plain ASCII.'};
		return {form: 'utf-16', items: taken?.items ?? [], problems: [], notes: [note, ...(taken?.notes ?? [])]};
	}

	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
	if (/^\s*$/.test(text)) {
		return nothing('empty', {kind: 'empty', message: 'It is empty.'});
	}

	return takeText(text, place, takeInAt) ?? unrecognised(bytes);
}

/** The bytes when they begin with something that is known here; otherwise they may yet be text. */
function takeDer(bytes: Uint8Array, place: Place): Intake | undefined {
	const items: Item[] = [];
	let position = 0;
	while (bytes[position] === tags.sequence && items.length < MAX_IN_A_ROW) {
		const rest = position === 0 ? bytes : bytes.subarray(position);
		const read = kindOfDer(rest);
		const isLast = !read.ok || position + read.value.end === bytes.length || read.value.kind === 'unknown';
		const own = isLast || bytes[position + read.value.end] !== tags.sequence ? rest : rest.subarray(0, read.value.end);
		const found = itemsOfDer({bytes: own, offset: position, isPlain: true, notes: []}, place);
		if (found[0]?.kind === 'unknown' && !(read.ok && read.value.end === rest.length && position === 0)) {
			break;
		}

		items.push(...found);
		position += own.length;
	}

	const [first] = items;
	if (!first || (position < bytes.length && items.length < MAX_IN_A_ROW && first.kind === 'unknown')) {
		return undefined;
	}

	const rest = bytes.length - position;
	const trailing: readonly FormNote[] =
		rest > 0 ? [{kind: 'trailing-bytes', message: `${rest} bytes at its end are nothing that is known here.`}] : [];
	// Bundles say so themselves, and PKCS#12 is never anything but binary.
	const isBundle = first.kind.startsWith('pkcs');
	return {form: 'der', items, problems: [], notes: [...(isBundle ? [] : [BINARY]), ...trailing]};
}

const BINARY: FormNote = {kind: 'binary', message: 'It is binary (DER), not PEM.'};

/** Certificates in DER, one after the other, as some programs keep their trusted ones. */
const MAX_IN_A_ROW = 100_000;

function unrecognised(bytes: Uint8Array): Intake {
	const foreign = foreignFormat(bytes);
	return nothing(
		'unknown',
		foreign ?? {kind: 'unrecognised', message: 'It is neither PEM nor DER nor anything else that is known here.'},
	);
}

function nothing(form: Intake['form'], note: FormNote): Intake {
	return {form, items: [], problems: [], notes: [note]};
}
