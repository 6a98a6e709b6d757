import {contextTag, type DerElement, DerError, DerFields, readEmbedded, requireTag, tags} from '../der/der.ts';
import {areSameBytes, type Note} from '../der/der-values.ts';
import {type GeneralName, readGeneralName} from '../names/general-name.ts';

/** One subtree of names (RFC 5280, section 4.2.1.10). */
export interface NameSubtree {
	readonly base: GeneralName;
	/** True when it sets the minimum or maximum distance, which RFC 5280 does not use. */
	readonly hasDistance: boolean;
}

/** RFC 5280, section 4.2.1.10. */
export interface NameConstraints {
	readonly permitted: readonly NameSubtree[];
	readonly excluded: readonly NameSubtree[];
}

const WHAT = 'nameConstraints';

/** Reads NameConstraints, which must hold something. @throws {DerError} */
export function readNameConstraints(element: DerElement, note: Note): NameConstraints {
	const sequence = readEmbedded(element, 0, WHAT);
	requireTag(sequence, tags.sequence, WHAT);
	const fields = new DerFields(sequence);
	const permitted = fields.optional(contextTag(0, 'constructed'), 'permittedSubtrees');
	const excluded = fields.optional(contextTag(1, 'constructed'), 'excludedSubtrees');
	fields.finish(WHAT);
	if (!(permitted || excluded)) {
		throw new DerError('bad-value', sequence.offset, `${WHAT} constrains nothing`);
	}

	return {permitted: readSubtrees(permitted, note), excluded: readSubtrees(excluded, note)};
}

function readSubtrees(list: DerElement | undefined, note: Note): readonly NameSubtree[] {
	if (!list) {
		return [];
	}

	const fields = new DerFields(list);
	const subtrees: NameSubtree[] = [];
	while (!fields.isAtEnd) {
		subtrees.push(readSubtree(fields.expect(tags.sequence, 'A subtree'), note));
	}

	if (subtrees.length === 0) {
		throw new DerError('bad-value', list.offset, `${WHAT} holds an empty list of subtrees`);
	}

	return subtrees;
}

function readSubtree(sequence: DerElement, note: Note): NameSubtree {
	const fields = new DerFields(sequence);
	// An address in a subtree is followed by its mask, so its length is judged here and not where names are read.
	const base = readGeneralName(fields.next('The base of a subtree'), WHAT, () => {});
	const minimum = fields.optional(contextTag(0, 'primitive'), 'minimum');
	const maximum = fields.optional(contextTag(1, 'primitive'), 'maximum');
	fields.finish('A subtree');
	judgeBase(base, sequence, note);
	const isZero = minimum === undefined || areSameBytes(minimum.contents, Uint8Array.of(0));
	return {base, hasDistance: !isZero || maximum !== undefined};
}

function judgeBase(base: GeneralName, {offset}: DerElement, note: Note): void {
	if (base.kind === 'ip' && !isAddressWithMask(base.bytes)) {
		throw new DerError('bad-value', offset, `${WHAT} holds an IP range that is not an address and a mask`);
	}

	if ('value' in base && typeof base.value === 'string' && base.kind !== 'ip' && /[^\x20-\x7e]/.test(base.value)) {
		note({
			fault: 'bad-value',
			offset,
			message: `${WHAT} holds a name with characters that it cannot have, at byte ${offset}`,
		});
	}
}

/** 4 and 4 or 16 and 16 octets, the mask's ones before its zeros (RFC 4632, section 3.1). */
function isAddressWithMask(bytes: Uint8Array): boolean {
	if (bytes.length !== 8 && bytes.length !== 32) {
		return false;
	}

	const bits = [...bytes.subarray(bytes.length / 2)].map(octet => octet.toString(2).padStart(8, '0')).join('');
	return /^1*0*$/.test(bits);
}
