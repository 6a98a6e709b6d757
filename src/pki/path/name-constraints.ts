import {printable} from '../../printable.ts';
import type {Certificate} from '../certificate/certificate.ts';
import type {NameConstraints, NameSubtree} from '../certificate/name-constraints-extension.ts';
import type {GeneralName} from '../names/general-name.ts';
import {ipText} from '../names/general-name.ts';
import {isWithin} from '../names/name-match.ts';
import {type ConstrainedName, constrainedNames, formOf, formTitle, nameText} from './constrained-names.ts';
import {
	hostOfUri,
	isAddressWithin,
	isHostConstraint,
	isHostName,
	isHostWithin,
	isMailbox,
	isMailboxConstraint,
	isMailboxWithin,
	isUriHostWithin,
	mayHostBeWithin,
} from './name-forms.ts';

/** How names are compared. */
export interface NameComparison {
	/** Whether a DNS constraint may begin with a dot, as many programs write it; RFC 5280 knows that for URIs and mail only. */
	readonly mayBeginWithDot: boolean;
	/** Counts comparisons; returns false when there have been too many. */
	spend(work: number): boolean;
}

/**
 * Judges one certificate by the name constraints of one above it (RFC 5280, sections 4.2.1.10 and 6.1.3 (b) and (c)).
 *
 * @returns What the certificate has that it must not, as the rest of a sentence; undefined when all names are allowed;
 * `'gave-up'` when that cost too much.
 */
export function nameConstraintProblem(
	{permitted, excluded}: NameConstraints,
	certificate: Certificate,
	comparison: NameComparison,
): string | undefined {
	const byForm = {permitted: groupByForm(permitted), excluded: groupByForm(excluded)};
	if (!comparison.spend(permitted.length + excluded.length)) {
		return 'gave-up';
	}

	for (const constrained of constrainedNames(certificate)) {
		const form = formOf(constrained.name);
		const allowed = byForm.permitted.get(form) ?? [];
		const forbidden = byForm.excluded.get(form) ?? [];
		if (!comparison.spend(1 + allowed.length + forbidden.length)) {
			return 'gave-up';
		}

		const problem = judgeName(constrained, allowed, forbidden, comparison);
		if (problem !== undefined) {
			return `${describe(constrained)}${problem}`;
		}
	}

	return undefined;
}

function judgeName(
	{name}: ConstrainedName,
	permitted: readonly NameSubtree[],
	excluded: readonly NameSubtree[],
	{mayBeginWithDot}: NameComparison,
): string | undefined {
	const subtrees = [...permitted, ...excluded];
	if (subtrees.length === 0) {
		return undefined;
	}

	if (name.kind === 'other') {
		return ', a form of name that is constrained there and that cannot be compared here';
	}

	const dotted = subtrees.find(({base}) => base.kind === 'dns' && base.value.startsWith('.'));
	if (dotted && !mayBeginWithDot) {
		return `, and ${baseText(dotted.base)} there begins with a dot, which RFC 5280 does not allow for DNS names`;
	}

	const odd = subtrees.find(({hasDistance, base}) => hasDistance || !isComparable(base));
	if (odd) {
		return `, a form of name that is constrained there in a way that cannot be understood (${baseText(odd.base)})`;
	}

	const broken = brokenName(name);
	if (broken !== undefined) {
		return `, ${broken}, so it cannot be compared with what is allowed there`;
	}

	const forbidding = excluded.find(({base}) => mayBeWithin(base, name));
	if (forbidding) {
		return `, which is excluded there (${baseText(forbidding.base)})`;
	}

	return permitted.length === 0 || permitted.some(({base}) => isNameWithin(base, name))
		? undefined
		: `, which is not among what is permitted there (${listed(permitted)})`;
}

function describe({name, at}: ConstrainedName): string {
	return `the ${formTitle(name)} ${printable(nameText(name)).slice(0, 200)} as its ${at}`;
}

function listed(subtrees: readonly NameSubtree[]): string {
	const some = subtrees.slice(0, 5).map(({base}) => baseText(base));
	return subtrees.length > some.length
		? `${some.join(', ')} and ${subtrees.length - some.length} more`
		: some.join(', ');
}

function baseText(base: GeneralName): string {
	if (base.kind === 'ip') {
		const half = base.bytes.length / 2;
		return `${ipText(base.bytes.subarray(0, half))}/${ipText(base.bytes.subarray(half))}`;
	}

	const text = printable(nameText(base)).slice(0, 200);
	return text === '' ? `every ${formTitle(base)}` : text;
}

function groupByForm(subtrees: readonly NameSubtree[]): ReadonlyMap<string, readonly NameSubtree[]> {
	const groups = new Map<string, NameSubtree[]>();
	for (const subtree of subtrees) {
		const form = formOf(subtree.base);
		const group = groups.get(form);
		if (group) {
			group.push(subtree);
		} else {
			groups.set(form, [subtree]);
		}
	}

	return groups;
}

function isComparable(base: GeneralName): boolean {
	switch (base.kind) {
		case 'dns':
		case 'uri':
			return isHostConstraint(base.value);
		case 'email':
			return isMailboxConstraint(base.value);
		default:
			return true;
	}
}

/** Why a name is none of its form; undefined when it is one. */
function brokenName(name: GeneralName): string | undefined {
	if (name.kind === 'dns' && !isHostName(name.value)) {
		return 'which is not a host name';
	}

	if (name.kind === 'email' && !isMailbox(name.value)) {
		return 'which is not a mail address';
	}

	if (name.kind === 'uri' && hostOfUri(name.value) === undefined) {
		return 'which names no host';
	}

	return undefined;
}

/** True when the name lies in the subtree; for a wildcard, when all that it stands for does. */
function isNameWithin(base: GeneralName, name: GeneralName): boolean {
	if (base.kind === 'directoryName' && name.kind === 'directoryName') {
		return isWithin(base.value, name.value);
	}

	if (base.kind === 'ip' && name.kind === 'ip') {
		return isAddressWithin(base.bytes, name.bytes);
	}

	if (base.kind === 'dns' && name.kind === 'dns') {
		return isHostWithin(base.value, name.value);
	}

	if (base.kind === 'email' && name.kind === 'email') {
		return isMailboxWithin(base.value, name.value);
	}

	return base.kind === 'uri' && name.kind === 'uri' && isUriHostWithin(base.value, hostOfUri(name.value) ?? '');
}

/** True when the name, or for a wildcard anything that it stands for, lies in the subtree. */
function mayBeWithin(base: GeneralName, name: GeneralName): boolean {
	return base.kind === 'dns' && name.kind === 'dns'
		? mayHostBeWithin(base.value, name.value)
		: isNameWithin(base, name);
}
