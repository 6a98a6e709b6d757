import {valueOf as presentValue} from '../certificate/certificate.ts';
import type {Budget} from './budget.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import {nameConstraintProblem} from './name-constraints.ts';
import type {Standpoint} from './own-failures.ts';
import {type PolicyInputs, policyProblem} from './policy-graph.ts';
import {failureOf, nameOf, type PathFailure, shown} from './requirement.ts';
import {sharedPurposeProblem} from './shared-purpose.ts';

/** What depends on more than one certificate and its issuer. */
export interface WholePathInputs {
	/** How many intermediates that are not self-issued a path may hold. */
	readonly maxDepth: number;
	readonly policies: PolicyInputs;
	readonly standpoint: Standpoint;
	readonly budget: Budget;
}

/** Judges what depends on several certificates of a path at once; a path goes from the target to the anchor. */
export class WholePath {
	readonly #inputs: WholePathInputs;
	readonly #constraints = new Map<CertificateFacts, Map<CertificateFacts, PathFailure | 'none'>>();

	constructor(inputs: WholePathInputs) {
		this.#inputs = inputs;
	}

	/** What an issuer, about to be put on top of `below`, does not allow of it. The path may go on above the issuer. */
	extensionFailures(below: readonly CertificateFacts[], issuer: CertificateFacts): readonly PathFailure[] {
		return [...this.#lengthFailures(below, issuer), ...this.#nameFailures(below, issuer)];
	}

	/** All that depends on the anchor being on top. */
	pathFailures(path: readonly CertificateFacts[]): readonly PathFailure[] {
		const {policies, standpoint} = this.#inputs;
		const problems = [
			{requirement: 'policy', problem: policyProblem(path.slice(0, -1).toReversed(), policies)},
			{requirement: 'purpose', problem: sharedPurposeProblem(path, standpoint)},
		] as const;
		return problems.flatMap(({requirement, problem}) =>
			problem ? [failureOf(requirement, problem.at.certificate, problem.what)] : [],
		);
	}

	/** The depth asked for; `issuer` is an intermediate then. */
	depthFailures(below: readonly CertificateFacts[], issuer: CertificateFacts): readonly PathFailure[] {
		const depth = countIntermediates([...below, issuer]);
		const {maxDepth} = this.#inputs;
		const what = `would be intermediate number ${depth} of a path, and ${maxDepth} are allowed.`;
		return depth > maxDepth ? [failureOf('depth', issuer.certificate, what)] : [];
	}

	/** Sections 6.1.4 (l) and (m): self-issued certificates do not count, nor does the target. */
	#lengthFailures(below: readonly CertificateFacts[], issuer: CertificateFacts): readonly PathFailure[] {
		const {pathLength, certificate} = issuer;
		if (pathLength === undefined) {
			return [];
		}

		const counted = below.slice(1).filter(({isSelfIssued}) => !isSelfIssued);
		const names = counted.map(facts => nameOf(facts.certificate)).join('; ');
		const what = `allows ${count(pathLength)} below itself (pathLenConstraint ${pathLength}), and there ${counted.length === 1 ? 'is' : 'are'} ${counted.length}: ${names}.`;
		return counted.length > pathLength ? [failureOf('path-length', certificate, what)] : [];
	}

	/** Sections 6.1.3 (b) and (c): self-issued certificates are exempt unless they are the target. */
	#nameFailures(below: readonly CertificateFacts[], issuer: CertificateFacts): readonly PathFailure[] {
		if (issuer.nameConstraints.state === 'absent') {
			return [];
		}

		return below.flatMap((facts, index) => {
			const problem = index > 0 && facts.isSelfIssued ? 'none' : this.#pairFailure(issuer, facts);
			return problem === 'none' ? [] : [problem];
		});
	}

	#pairFailure(issuer: CertificateFacts, facts: CertificateFacts): PathFailure | 'none' {
		const known = this.#constraints.get(issuer) ?? new Map<CertificateFacts, PathFailure | 'none'>();
		this.#constraints.set(issuer, known);
		const before = known.get(facts);
		if (before) {
			return before;
		}

		const found = this.#compareNames(issuer, facts);
		known.set(facts, found);
		return found;
	}

	#compareNames(issuer: CertificateFacts, {certificate}: CertificateFacts): PathFailure | 'none' {
		const constraints = presentValue(issuer.nameConstraints);
		if (!constraints) {
			return 'none';
		}

		const {budget, standpoint} = this.#inputs;
		const problem = nameConstraintProblem(constraints, certificate, {
			mayBeginWithDot: standpoint.demands !== 'rfc5280',
			spend: work => budget.spend('comparisons', work),
		});
		if (problem === 'gave-up') {
			return failureOf('budget', certificate, 'has more names under more constraints than are compared here.');
		}

		const setBy = shown(issuer.certificate.subject);
		return problem === undefined
			? 'none'
			: failureOf('name-constraints', certificate, `breaks the name constraints of ${setBy}: it has ${problem}.`);
	}
}

/** Intermediates that are not self-issued among certificates that begin with the target. */
export function countIntermediates(fromTarget: readonly CertificateFacts[]): number {
	return fromTarget.slice(1).filter(({isSelfIssued}) => !isSelfIssued).length;
}

function count(number: number): string {
	return number === 0 ? 'no intermediate' : number === 1 ? 'one intermediate' : `${number} intermediates`;
}
