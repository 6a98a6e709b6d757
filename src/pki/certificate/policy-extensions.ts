import {contextTag, type DerElement, DerError, DerFields, readEmbedded, requireTag, tags} from '../der/der.ts';
import {readOid} from '../der/der-values.ts';

/** RFC 5280, section 4.2.1.4. */
export const ANY_POLICY = '2.5.29.32.0';

/** One line of policyMappings (RFC 5280, section 4.2.1.5). */
export interface PolicyMapping {
	readonly issuerDomain: string;
	readonly subjectDomain: string;
}

/** RFC 5280, section 4.2.1.11: after how many certificates each begins to hold. */
export interface PolicyConstraints {
	readonly requireExplicitPolicy?: number;
	readonly inhibitPolicyMapping?: number;
}

/** Policies by object identifier; qualifiers are not looked into. @throws {DerError} */
export function readCertificatePolicies(element: DerElement): readonly string[] {
	const what = 'certificatePolicies';
	const policies = new Set<string>();
	for (const information of filledSequence(element, what)) {
		requireTag(information, tags.sequence, 'A policy');
		const fields = new DerFields(information);
		const policy = readOid(fields.next('A policy'), 'A policy');
		const qualifiers = fields.optional(tags.sequence, 'The qualifiers of a policy');
		fields.finish('A policy');
		if (policies.has(policy)) {
			throw new DerError('bad-value', information.offset, `${what} names a policy more than once`);
		}

		if (qualifiers) {
			judgeQualifiers(qualifiers);
		}

		policies.add(policy);
	}

	return [...policies];
}

function judgeQualifiers(qualifiers: DerElement): void {
	for (const qualifier of new DerFields(qualifiers).rest()) {
		requireTag(qualifier, tags.sequence, 'A policy qualifier');
		readOid(new DerFields(qualifier).next('A policy qualifier'), 'A policy qualifier');
	}
}

/** @throws {DerError} */
export function readPolicyMappings(element: DerElement): readonly PolicyMapping[] {
	return filledSequence(element, 'policyMappings').map(pair => {
		requireTag(pair, tags.sequence, 'A policy mapping');
		const fields = new DerFields(pair);
		const issuerDomain = readOid(fields.next('A mapped policy'), 'A mapped policy');
		const subjectDomain = readOid(fields.next('A mapped policy'), 'A mapped policy');
		fields.finish('A policy mapping');
		return {issuerDomain, subjectDomain};
	});
}

/** @throws {DerError} */
export function readPolicyConstraints(element: DerElement): PolicyConstraints {
	const what = 'policyConstraints';
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	const fields = new DerFields(sequence);
	const explicit = fields.optional(contextTag(0, 'primitive'), 'requireExplicitPolicy');
	const mapping = fields.optional(contextTag(1, 'primitive'), 'inhibitPolicyMapping');
	fields.finish(what);
	if (!(explicit || mapping)) {
		throw new DerError('bad-value', sequence.offset, `${what} constrains nothing`);
	}

	return {
		...(explicit && {requireExplicitPolicy: skipCount(explicit, 'requireExplicitPolicy')}),
		...(mapping && {inhibitPolicyMapping: skipCount(mapping, 'inhibitPolicyMapping')}),
	};
}

/** @throws {DerError} */
export function readInhibitAnyPolicy(element: DerElement): number {
	const integer = readEmbedded(element, 0, 'inhibitAnyPolicy');
	requireTag(integer, tags.integer, 'inhibitAnyPolicy');
	return skipCount(integer, 'inhibitAnyPolicy');
}

/** A number of certificates; more than any path has counts as that. */
function skipCount(element: DerElement, what: string): number {
	const octets = element.contents;
	const [first, second] = octets;
	if (first === undefined || first >= 0x80 || (first === 0 && second !== undefined && second < 0x80)) {
		throw new DerError('bad-value', element.offset, `${what} is negative, or not written the shortest way`);
	}

	return octets.reduce((sum, octet) => Math.min(sum * 256 + octet, Number.MAX_SAFE_INTEGER / 512), 0);
}

function filledSequence(element: DerElement, what: string): readonly DerElement[] {
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	const children = [...new DerFields(sequence).rest()];
	if (children.length === 0) {
		throw new DerError('bad-value', sequence.offset, `${what} is empty`);
	}

	return children;
}
