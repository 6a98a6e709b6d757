import {decodedValue} from '../../src/pki/certificate/certificate.ts';
import {ANY_POLICY, type PolicyMapping} from '../../src/pki/certificate/policy-extensions.ts';
import type {CertificateFacts} from '../../src/pki/path/certificate-facts.ts';
import type {PolicyInputs} from '../../src/pki/path/policy-graph.ts';

interface Node {
	readonly policy: string;
	expected: readonly string[];
	readonly parent: Node | undefined;
	readonly children: Node[];
}

/**
 * Whether the policies of a path hold, by the tree that RFC 5280, section 6.1, spells out, letter by letter and at any cost:
 * what the graph of `src/pki/path` is held against.
 *
 * @param path - From the certificate that the anchor issued to the target.
 */
export function policyTreeHolds(path: readonly CertificateFacts[], inputs: PolicyInputs): boolean {
	const length = path.length;
	const tree = new PolicyTree();
	let explicit = inputs.requireExplicit ? 0 : length + 1;
	let inhibitAny = inputs.inhibitAny ? 0 : length + 1;
	let mapping = inputs.inhibitMapping ? 0 : length + 1;
	for (const [index, facts] of path.entries()) {
		const depth = index + 1;
		const isLast = depth === length;
		const policies = decodedValue(facts.policies);
		if (policies && tree.root) {
			tree.grow(depth, policies, inhibitAny > 0 || (!isLast && facts.isSelfIssued));
		} else {
			tree.root = undefined; // (e)
		}

		if (explicit === 0 && !tree.root) {
			return false; // (f)
		}

		const constraints = decodedValue(facts.policyConstraints);
		if (isLast) {
			explicit = Math.max(0, explicit - 1);
			explicit = constraints?.requireExplicitPolicy === 0 ? 0 : explicit;
			continue;
		}

		const mappings = decodedValue(facts.policyMappings) ?? [];
		if (mappings.some(pair => pair.issuerDomain === ANY_POLICY || pair.subjectDomain === ANY_POLICY)) {
			return false; // 6.1.4 (a)
		}

		tree.map(depth, mappings, mapping > 0);
		if (!facts.isSelfIssued) {
			explicit = Math.max(0, explicit - 1);
			mapping = Math.max(0, mapping - 1);
			inhibitAny = Math.max(0, inhibitAny - 1);
		}

		explicit = Math.min(explicit, constraints?.requireExplicitPolicy ?? explicit);
		mapping = Math.min(mapping, constraints?.inhibitPolicyMapping ?? mapping);
		inhibitAny = Math.min(inhibitAny, decodedValue(facts.inhibitAnyPolicy) ?? inhibitAny);
	}

	tree.intersect(length, inputs.initial ?? []);
	return explicit > 0 || tree.root !== undefined;
}

class PolicyTree {
	root: Node | undefined = {policy: ANY_POLICY, expected: [ANY_POLICY], parent: undefined, children: []};

	/** Section 6.1.3 (d). */
	grow(depth: number, policies: readonly string[], isAnyAllowed: boolean): void {
		const above = this.at(depth - 1);
		for (const policy of policies.filter(name => name !== ANY_POLICY)) {
			const matches = above.filter(({expected}) => expected.includes(policy));
			for (const parent of matches.length > 0 ? matches : above.filter(node => node.policy === ANY_POLICY)) {
				add(parent, policy, [policy]);
			}
		}

		for (const node of policies.includes(ANY_POLICY) && isAnyAllowed ? above : []) {
			for (const policy of node.expected.filter(name => !node.children.some(child => child.policy === name))) {
				add(node, policy, [policy]);
			}
		}

		this.prune(depth);
	}

	/** Section 6.1.4 (b). */
	map(depth: number, mappings: readonly PolicyMapping[], isAllowed: boolean): void {
		for (const policy of new Set(mappings.map(({issuerDomain}) => issuerDomain))) {
			const targets = mappings.filter(pair => pair.issuerDomain === policy).map(({subjectDomain}) => subjectDomain);
			const nodes = this.at(depth).filter(node => node.policy === policy);
			const any = this.at(depth).find(node => node.policy === ANY_POLICY);
			if (!isAllowed) {
				for (const node of nodes) {
					node.parent?.children.splice(node.parent.children.indexOf(node), 1);
				}
			} else if (nodes.length > 0) {
				for (const node of nodes) {
					node.expected = targets;
				}
			} else if (any?.parent) {
				add(any.parent, policy, targets);
			}
		}

		this.prune(depth);
	}

	/** Section 6.1.5 (g) (iii); no initial policies, or anyPolicy among them, keep all. */
	intersect(length: number, initial: readonly string[]): void {
		if (!this.root || initial.length === 0 || initial.includes(ANY_POLICY)) {
			return;
		}

		const all = Array.from({length: length + 1}, (_, depth) => this.at(depth)).flat();
		const roots = all.filter(({parent}) => parent?.policy === ANY_POLICY);
		for (const node of roots.filter(({policy}) => policy !== ANY_POLICY && !initial.includes(policy))) {
			node.parent?.children.splice(node.parent.children.indexOf(node), 1);
		}

		const last = this.at(length).find(({policy}) => policy === ANY_POLICY);
		if (last?.parent) {
			const {parent} = last;
			for (const policy of initial.filter(name => !roots.some(node => node.policy === name))) {
				add(parent, policy, [policy]);
			}

			parent.children.splice(parent.children.indexOf(last), 1);
		}

		this.prune(length);
	}

	at(depth: number): readonly Node[] {
		let level: readonly Node[] = this.root ? [this.root] : [];
		for (let step = 0; step < depth; step += 1) {
			level = level.flatMap(({children}) => children);
		}

		return level;
	}

	/** Takes away what has nothing at a depth, from below. */
	prune(depth: number): void {
		for (let level = depth - 1; level >= 0; level -= 1) {
			for (const node of this.at(level).filter(({children}) => children.length === 0)) {
				if (node.parent) {
					node.parent.children.splice(node.parent.children.indexOf(node), 1);
				} else {
					this.root = undefined;
				}
			}
		}
	}
}

function add(parent: Node, policy: string, expected: readonly string[]): void {
	parent.children.push({policy, expected, parent, children: []});
}
