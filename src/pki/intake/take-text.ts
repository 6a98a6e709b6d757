import {printable} from '../../printable.ts';
import type {FormNote, Intake, Item} from './item.ts';
import {type JsonString, jsonStrings, stringsIn} from './json-strings.ts';
import {type Place, within} from './place.ts';
import {looksLikeSecret, readSecretManifest} from './secret-manifest.ts';
import {takePem} from './take-pem.ts';

/** Takes in the contents of a container. */
type TakeInside = (bytes: Uint8Array, place: Place) => Intake;

const BYTE_ORDER_MARK = '\xef\xbb\xbf';

/**
 * Takes in a text: PEM, a Kubernetes Secret, JSON or bare base64; undefined for other text.
 *
 * @param text - Each byte one character.
 */
export function takeText(whole: string, place: Place, takeInside: TakeInside): Intake | undefined {
	const hasMark = whole.startsWith(BYTE_ORDER_MARK);
	const text = hasMark ? whole.slice(BYTE_ORDER_MARK.length) : whole;
	const here = hasMark ? {...place, offset: place.offset + BYTE_ORDER_MARK.length * place.scale} : place;
	const taken =
		takeJson(text, here, takeInside) ??
		takeManifest(text, here, takeInside) ??
		takePemText(text, here) ??
		takeBareBase64(text, here, takeInside);
	return (
		taken && {
			...taken,
			notes: [
				...(hasMark ? [note('byte-order-mark', 'It begins with a byte order mark.', 1)] : []),
				...(taken.form === 'pem' && text.includes('\r')
					? [note('carriage-returns', 'Its lines end in carriage returns.')]
					: []),
				...taken.notes,
			],
		}
	);
}

function takePemText(text: string, place: Place): Intake | undefined {
	const {items, problems, notes} = takePem(text, place);
	return items.length === 0 && problems.length === 0 ? undefined : {form: 'pem', items, problems, notes};
}

/** Much larger than a Secret may be or the answer of any API is. */
const MAX_DOCUMENT = 16 * 1024 * 1024;

function takeJson(text: string, place: Place, takeInside: TakeInside): Intake | undefined {
	const strings = /^\s*[{["]/.test(text) && text.length <= MAX_DOCUMENT ? jsonStrings(text) : undefined;
	if (!strings) {
		return undefined;
	}

	const items = itemsOfStrings(strings, place, takeInside);
	const keys = new Set(strings.map(({path}) => path.join('.')));
	const kind = strings.some(({isSecretData}) => isSecretData)
		? note('kubernetes-secret', 'It is a Kubernetes Secret in JSON.')
		: keys.has('Certificate') && keys.has('PrivateKey')
			? note('acm-export', 'It is what AWS Certificate Manager exports, in JSON.')
			: note('json', 'It is JSON.');
	return items.length === 0 && kind.kind === 'json' ? undefined : {form: 'json', items, problems: [], notes: [kind]};
}

/** Takes in every text of a document that was read elsewhere. */
export function takeStrings(document: unknown, place: Place, takeInside: TakeInside): readonly Item[] {
	return itemsOfStrings(stringsIn(document), place, takeInside);
}

function itemsOfStrings(strings: readonly JsonString[], place: Place, takeInside: TakeInside): readonly Item[] {
	return strings.flatMap(({path, value, isSecretData}) =>
		openValue(value, isSecretData, nameOf(path), undefined, place, takeInside),
	);
}

/** The last keys say enough: `data` and `items` stand around every entry. */
function nameOf(path: readonly string[]): string {
	return printable((path.at(-1) ?? 'JSON').slice(0, 253));
}

function takeManifest(text: string, place: Place, takeInside: TakeInside): Intake | undefined {
	if (text.length > MAX_DOCUMENT || !looksLikeSecret(text)) {
		return undefined;
	}

	const {entries, isPartial} = readSecretManifest(text);
	const items = entries.flatMap(({key, value, isBase64, line}) =>
		openValue(value, isBase64, printable(key), line, place, takeInside),
	);
	const unopened: readonly Item[] = isPartial
		? [
				{
					kind: 'kubernetes-secret',
					der: Buffer.from(text, 'latin1'),
					offset: place.offset,
					source: place.source,
					isPlain: false,
					notes: [note('unopened', 'Parts of the Secret are written in a way that is not read here.')],
				},
			]
		: [];
	return {
		form: 'yaml',
		items: [...items, ...unopened],
		problems: [],
		notes: [note('kubernetes-secret', 'It is a Kubernetes Secret in YAML.')],
	};
}

function openValue(
	value: string,
	isBase64: boolean,
	key: string,
	line: number | undefined,
	place: Place,
	takeInside: TakeInside,
): readonly Item[] {
	const inside = within(place, key, line);
	if (!inside || !(isBase64 || value.includes('-----') || looksLikeBase64(value))) {
		return [];
	}

	const bytes = isBase64 && looksLikeBase64(value) ? Buffer.from(value, 'base64') : Buffer.from(value, 'utf8');
	return takeInside(bytes, inside).items.filter(({kind}) => kind !== 'unknown');
}

/** Shorter than any certificate or key in base64. */
const SHORTEST = 60;

function looksLikeBase64(text: string): boolean {
	// White space goes first: a pattern that allows it everywhere takes quadratic time over a lot of it.
	return text.length >= SHORTEST && /^[A-Za-z0-9+/]+={0,2}$/.test(text.replace(/\s+/g, ''));
}

/** Base64 of a certificate or key, or of the PEM of one. */
function takeBareBase64(text: string, place: Place, takeInside: TakeInside): Intake | undefined {
	const bare = unwrapped(text);
	if (!looksLikeBase64(bare)) {
		return undefined;
	}

	const inside = within({...place, isPlain: false}, 'base64');
	const decoded = Buffer.from(bare, 'base64');
	const taken = inside && takeInside(decoded, inside);
	if (!taken || taken.items.every(({kind}) => kind === 'unknown')) {
		return undefined;
	}

	const first =
		taken.form === 'der'
			? note('no-armour', 'It is base64 without the lines of dashes that PEM has.', 1)
			: note('encoded-twice', 'It is base64 of a file, not the file itself.', 1);
	return {form: 'base64', items: taken.items, problems: [], notes: [first]};
}

/** Without quotes around it and without escaped line breaks, as values of environment variables have them. */
function unwrapped(text: string): string {
	const trimmed = text.trim();
	const inside = /^(["'])([^"']*)\1$/.exec(trimmed)?.[2] ?? trimmed;
	return inside.replaceAll('\\r', '').replaceAll('\\n', '');
}

function note(kind: FormNote['kind'], message: string, line?: number): FormNote {
	return {kind, ...(line !== undefined && {line}), message};
}
