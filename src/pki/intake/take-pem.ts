import {printable} from '../../printable.ts';
import type {FormNote, Item, PemProblem} from './item.ts';
import {findLabel} from './labels.ts';
import {readPem} from './pem.ts';
import type {Place} from './place.ts';
import {type Flaw, type LooseEnd, type PemScan, type ScannedBlock, scanPem} from './scan-pem.ts';
import {itemsOfDer} from './take-der.ts';

/** What a text that holds PEM is made of. */
export interface TakenPem {
	readonly items: readonly Item[];
	/** What a strict reader objects to. */
	readonly problems: readonly PemProblem[];
	/** On the text as a whole. */
	readonly notes: readonly FormNote[];
}

/** More damage than this in one file is not listed. */
const MAX_DAMAGED = 100;

/**
 * Takes in every PEM block of a text, also those that a strict reader refuses. A text without any yields nothing.
 *
 * @param text - Each byte one character.
 */
export function takePem(text: string, place: Place): TakenPem {
	const scan = scanPem(text);
	const problems = scan.isClean ? [] : readPem(Buffer.from(text, 'latin1')).problems;
	const damaged = scan.isClean ? [] : damageIn(scan, problems, place);
	const items = scan.blocks.flatMap(block => itemsOfBlock(block, place));
	return {
		items: damaged.length === 0 ? items : [...items, ...damaged.slice(0, MAX_DAMAGED)].toSorted(byOffset),
		problems,
		notes: [
			...(scan.textAround !== undefined && items.length > 0
				? [noteOn('text-around', scan.textAround, 'Text that is not PEM stands around the blocks.')]
				: []),
			...(damaged.length > MAX_DAMAGED
				? [noteOn('too-much', undefined, `${damaged.length} places are damaged; the first ${MAX_DAMAGED} are listed.`)]
				: []),
		],
	};
}

function byOffset(one: Item, other: Item): number {
	return one.offset - other.offset;
}

function itemsOfBlock({label, bytes, headers, offset, line, flaws}: ScannedBlock, place: Place): readonly Item[] {
	if (bytes === undefined) {
		return [damagedItem('The block does not hold sound base64', {label, offset, line}, place)];
	}

	const known = findLabel(label);
	const isEncrypted = headers.some(([name, value]) => name.toLowerCase() === 'proc-type' && /ENCRYPTED/i.test(value));
	const promised: Pick<Item, 'kind' | 'keyFormat'> =
		isEncrypted && label.endsWith('PRIVATE KEY')
			? {kind: 'legacy-encrypted-private-key'}
			: {kind: known?.kind ?? 'unknown', ...(known?.keyFormat !== undefined && {keyFormat: known.keyFormat})};
	const isLegacy = known?.insteadOf !== undefined;
	const notes: FormNote[] = isLegacy
		? [noteOn('legacy-label', line, `The label is ${label}; today it is ${known.insteadOf}.`)]
		: [];
	for (const flaw of flaws) {
		notes.push(noteOn(KINDS[flaw], line, WORDS[flaw]));
	}

	return itemsOfDer(
		{
			bytes,
			label,
			headers,
			line,
			offset,
			isPlain: flaws.every(flaw => flaw === 'indented') && label !== 'TRUSTED CERTIFICATE',
			notes: notes.length === 0 ? NO_NOTES : notes,
			promised,
		},
		place,
	);
}

const NO_NOTES: readonly FormNote[] = [];

const KINDS: Readonly<Record<Flaw, FormNote['kind']>> = {
	indented: 'indented',
	'escaped-lines': 'broken-lines',
	'one-line': 'broken-lines',
	'crowded-boundary': 'careless-block',
	'odd-boundary': 'careless-block',
	'other-end': 'careless-block',
	'littered-base64': 'careless-block',
	'odd-base64': 'careless-block',
};

const WORDS: Readonly<Record<Flaw, string>> = {
	indented: 'A boundary is indented.',
	'escaped-lines': 'Line breaks are written as \\n.',
	'one-line': 'The whole block stands in one line.',
	'crowded-boundary': 'Other text stands in the line of a boundary.',
	'odd-boundary': 'A boundary is not written as five dashes, BEGIN or END, a label, five dashes.',
	'other-end': 'The block ends with another label than it begins with.',
	'littered-base64': 'Other characters stand among those of the base64.',
	'odd-base64': 'The base64 is written for web addresses, or cut short at its end.',
};

/** Halves of blocks, and what a strict reader takes for a boundary where nothing was found. */
function damageIn(scan: PemScan, problems: readonly PemProblem[], place: Place): readonly Item[] {
	const looseLines = new Set(scan.looseEnds.map(({line}) => line));
	const blockLines = new Set(scan.blocks.map(({line}) => line));
	const broken = problems
		.filter(({kind, line}) => kind === 'broken-boundary' && !looseLines.has(line) && !blockLines.has(line))
		.map(({line}) => ({label: '', offset: 0, line}));
	return [
		...scan.looseEnds.map(end => damagedItem(LOOSE_WORDS[end.kind], end, place)),
		...(scan.blocks.length === 0 && scan.looseEnds.length === 0
			? broken.map(boundary => damagedItem('A boundary is not written as it should be', boundary, place))
			: []),
	];
}

const LOOSE_WORDS: Readonly<Record<LooseEnd['kind'], string>> = {
	'no-end': 'The block has no end',
	'no-begin': 'A block ends that never began',
};

function damagedItem(what: string, at: Pick<LooseEnd, 'label' | 'offset' | 'line'>, place: Place): Item {
	const line = place.line ?? at.line;
	return {
		kind: 'damaged',
		der: new Uint8Array(),
		...(at.label !== '' && {label: printable(at.label)}),
		line,
		offset: place.offset + at.offset * place.scale,
		source: place.source,
		isPlain: false,
		notes: [noteOn('damaged', line, `${what} (line ${line}).`)],
	};
}

function noteOn(kind: FormNote['kind'], line: number | undefined, message: string): FormNote {
	return {kind, ...(line !== undefined && {line}), message};
}
