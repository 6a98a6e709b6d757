import {valueOf as presentValue} from '../certificate/certificate.ts';
import {ANY_POLICY} from '../certificate/policy-extensions.ts';
import type {CertificateFacts} from './certificate-facts.ts';

/** What the person asking demands of policies (RFC 5280, section 6.1.1 (c), (e), (f) and (g)). */
export interface PolicyInputs {
	/** Acceptable policies by object identifier; `anyPolicy` among them, or none at all, accepts all. */
	readonly initial?: readonly string[];
	readonly requireExplicit?: boolean;
	readonly inhibitMapping?: boolean;
	readonly inhibitAny?: boolean;
}

interface Node {
	readonly policy: string;
	/** Policies that continue this one in the next certificate. */
	expected: ReadonlySet<string>;
	readonly parents: readonly Node[];
}

/** Nodes of one depth by their policy. */
type Level = Map<string, Node>;

/**
 * Processes the policies of a path (RFC 5280, section 6.1), in the form of RFC 9618: a graph instead of a tree, with
 * the same outcome, whose size grows with the certificates and not with the number of ways through them.
 *
 * @param path - From the certificate that the anchor issued to the target.
 * @returns Why the policies do not hold, as a sentence without its subject, and from which certificate on; undefined when they do.
 */
export function policyProblem(
	path: readonly CertificateFacts[],
	inputs: PolicyInputs,
): {readonly at: CertificateFacts; readonly what: string} | undefined {
	const state = new PolicyState(path.length, inputs);
	for (const [index, facts] of path.entries()) {
		const isLast = index === path.length - 1;
		state.descend(facts, isLast);
		if (state.isStuck) {
			return {
				at: facts,
				what: 'is where no certificate policy is left that all certificates above it agree on, and one is required.',
			};
		}

		const problem = isLast ? undefined : state.prepare(facts);
		if (problem !== undefined) {
			return {at: facts, what: problem};
		}
	}

	const last = path.at(-1);
	return last && state.isRefusedAtEnd(last)
		? {at: last, what: 'is not issued under any of the certificate policies that are asked for.'}
		: undefined;
}

class PolicyState {
	/** Undefined is the NULL of the RFC: no policy is valid. */
	#levels: Level[] | undefined;
	#explicit: number;
	#mapping: number;
	#any: number;
	readonly #accepted: ReadonlySet<string> | undefined;

	constructor(length: number, {initial, requireExplicit, inhibitMapping, inhibitAny}: PolicyInputs) {
		const root = {policy: ANY_POLICY, expected: new Set([ANY_POLICY]), parents: []};
		this.#levels = [new Map([[ANY_POLICY, root]])];
		this.#explicit = requireExplicit ? 0 : length + 1;
		this.#mapping = inhibitMapping ? 0 : length + 1;
		this.#any = inhibitAny ? 0 : length + 1;
		this.#accepted =
			initial === undefined || initial.length === 0 || initial.includes(ANY_POLICY) ? undefined : new Set(initial);
	}

	/** Section 6.1.3 (f). */
	get isStuck(): boolean {
		return this.#explicit === 0 && this.#levels === undefined;
	}

	/** Section 6.1.3 (d) and (e). */
	descend(facts: CertificateFacts, isLast: boolean): void {
		const policies = presentValue(facts.policies);
		const before = this.#levels?.at(-1);
		if (!(policies && before && this.#levels)) {
			this.#levels = undefined;
			return;
		}

		const byExpected = groupByExpected(before);
		const level: Level = new Map();
		const any = before.get(ANY_POLICY);
		for (const policy of policies.filter(name => name !== ANY_POLICY)) {
			const parents = byExpected.get(policy) ?? (any ? [any] : []);
			if (parents.length > 0) {
				level.set(policy, {policy, expected: new Set([policy]), parents});
			}
		}

		if (policies.includes(ANY_POLICY) && (this.#any > 0 || (!isLast && facts.isSelfIssued))) {
			for (const [policy, parents] of byExpected) {
				if (!level.has(policy)) {
					level.set(policy, {policy, expected: new Set([policy]), parents});
				}
			}
		}

		this.#levels = level.size > 0 ? [...this.#levels, level] : undefined;
	}

	/** Section 6.1.4 (a), (b) and (h) to (j). */
	prepare(facts: CertificateFacts): string | undefined {
		const mappings = presentValue(facts.policyMappings) ?? [];
		if (mappings.some(({issuerDomain, subjectDomain}) => [issuerDomain, subjectDomain].includes(ANY_POLICY))) {
			return 'maps anyPolicy, which must not be mapped.';
		}

		this.#map(mappings);
		if (!facts.isSelfIssued) {
			this.#explicit = Math.max(0, this.#explicit - 1);
			this.#mapping = Math.max(0, this.#mapping - 1);
			this.#any = Math.max(0, this.#any - 1);
		}

		const constraints = presentValue(facts.policyConstraints);
		this.#explicit = Math.min(this.#explicit, constraints?.requireExplicitPolicy ?? this.#explicit);
		this.#mapping = Math.min(this.#mapping, constraints?.inhibitPolicyMapping ?? this.#mapping);
		this.#any = Math.min(this.#any, presentValue(facts.inhibitAnyPolicy) ?? this.#any);
		return undefined;
	}

	#map(mappings: readonly {readonly issuerDomain: string; readonly subjectDomain: string}[]): void {
		const level = this.#levels?.at(-1);
		const above = this.#levels?.at(-2);
		if (!(level && above && this.#levels) || mappings.length === 0) {
			return;
		}

		const targets = new Map<string, Set<string>>();
		for (const {issuerDomain, subjectDomain} of mappings) {
			targets.set(issuerDomain, (targets.get(issuerDomain) ?? new Set()).add(subjectDomain));
		}

		const anyAbove = above.get(ANY_POLICY);
		for (const [policy, expected] of targets) {
			const node = level.get(policy);
			if (this.#mapping === 0) {
				level.delete(policy);
			} else if (node) {
				node.expected = expected;
			} else if (level.has(ANY_POLICY) && anyAbove) {
				level.set(policy, {policy, expected, parents: [anyAbove]});
			}
		}

		if (level.size === 0) {
			this.#levels = undefined;
		}
	}

	/** Section 6.1.5 (a), (b) and (g). */
	isRefusedAtEnd(target: CertificateFacts): boolean {
		const constraints = presentValue(target.policyConstraints);
		const explicit = constraints?.requireExplicitPolicy === 0 ? 0 : Math.max(0, this.#explicit - 1);
		return explicit === 0 && !this.#isAcceptable();
	}

	/** Whether the policies that the path is valid for and those asked for have one in common. */
	#isAcceptable(): boolean {
		const last = this.#levels?.at(-1);
		const accepted = this.#accepted;
		if (!last || !accepted) {
			return last !== undefined;
		}

		if (last.has(ANY_POLICY)) {
			return true;
		}

		const seen = new Set<Node>(last.values());
		for (const node of seen) {
			if (
				node.policy !== ANY_POLICY &&
				node.parents.some(({policy}) => policy === ANY_POLICY) &&
				accepted.has(node.policy)
			) {
				return true;
			}

			for (const parent of node.parents) {
				seen.add(parent);
			}
		}

		return false;
	}
}

function groupByExpected(level: Level): Map<string, Node[]> {
	const groups = new Map<string, Node[]>();
	for (const node of level.values()) {
		for (const policy of node.expected) {
			const group = groups.get(policy);
			if (group) {
				group.push(node);
			} else {
				groups.set(policy, [node]);
			}
		}
	}

	return groups;
}
