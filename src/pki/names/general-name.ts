import {type DerElement, DerError, DerFields, derProblem, tags} from '../der/der.ts';
import {readAscii} from '../der/der-strings.ts';
import {hexOf, type Note} from '../der/der-values.ts';
import {type DistinguishedName, readName} from './distinguished-name.ts';

/** A GeneralName (RFC 5280, section 4.2.1.6). */
export type GeneralName =
	| {readonly kind: 'dns' | 'uri' | 'email'; readonly value: string}
	/** `value` is the address as text; `#` and hex if it is neither 4 nor 16 bytes long. */
	| {readonly kind: 'ip'; readonly value: string; readonly bytes: Uint8Array}
	| {readonly kind: 'directoryName'; readonly value: DistinguishedName}
	/** `tag` is the context-specific number; `bytes` the whole element. */
	| {readonly kind: 'other'; readonly tag: number; readonly bytes: Uint8Array};

const TEXT_KINDS: Readonly<Record<number, 'dns' | 'uri' | 'email'>> = {129: 'email', 130: 'dns', 134: 'uri'};

/** Numbers of the kinds that are kept as bytes: otherName, x400Address, ediPartyName, registeredID. */
const OTHER_KINDS: ReadonlySet<number> = new Set([0xa0, 0xa3, 0xa5, 0x88]);

/** Reads GeneralNames, of which there must be one at least. @throws {DerError} */
export function readGeneralNames(sequence: DerElement, what: string, note: Note): readonly GeneralName[] {
	const names: GeneralName[] = [];
	const fields = new DerFields(sequence);
	while (!fields.isAtEnd) {
		names.push(readGeneralName(fields.next(`A name in ${what}`), what, note));
	}

	if (names.length === 0) {
		note(derProblem('bad-value', sequence.offset, `${what} is empty`));
	}

	return names;
}

/** @throws {DerError} */
export function readGeneralName(element: DerElement, what: string, note: Note): GeneralName {
	const textKind = TEXT_KINDS[element.identifier];
	if (textKind) {
		return {kind: textKind, value: readAscii(element, `A name in ${what}`, note)};
	}

	if (element.identifier === 0x87) {
		return readIp(element, what, note);
	}

	if (element.identifier === 0xa4) {
		const fields = new DerFields(element);
		const name = readName(fields.expect(tags.sequence, `A directory name in ${what}`), what, note);
		fields.finish(`A directory name in ${what}`);
		return {kind: 'directoryName', value: name};
	}

	if (OTHER_KINDS.has(element.identifier)) {
		return {kind: 'other', tag: element.tagNumber, bytes: element.bytes};
	}

	throw new DerError('unexpected', element.offset, `${what} holds a name of a kind that does not exist`);
}

function readIp(element: DerElement, what: string, note: Note): GeneralName {
	const bytes = element.contents;
	if (bytes.length !== 4 && bytes.length !== 16) {
		note(derProblem('bad-value', element.offset, `${what} holds an IP address that is not 4 or 16 bytes long`));
		return {kind: 'ip', value: `#${hexOf(bytes)}`, bytes};
	}

	return {kind: 'ip', value: ipText(bytes), bytes};
}

/** Text of 4 or 16 bytes; IPv6 as RFC 5952 writes it. */
export function ipText(bytes: Uint8Array): string {
	if (bytes.length === 4) {
		return bytes.join('.');
	}

	const groups = Array.from({length: 8}, (_, index) =>
		(((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0)).toString(16),
	);
	const zeros = longestZeros(groups);
	return zeros.length < 2
		? groups.join(':')
		: `${groups.slice(0, zeros.start).join(':')}::${groups.slice(zeros.start + zeros.length).join(':')}`;
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly string[]): {start: number; length: number} {
	let best = {start: 0, length: 0};
	let start = 0;
	for (const [index, group] of groups.entries()) {
		if (group !== '0') {
			start = index + 1;
		} else if (index + 1 - start > best.length) {
			best = {start, length: index + 1 - start};
		}
	}

	return best;
}
