import type {Certificate} from '../certificate/certificate.ts';
import {Attempt, type TriedLink} from './attempt.ts';
import type {Budget} from './budget.ts';
import {type Candidates, rankOf} from './candidates.ts';
import {type CertificateFacts, factsOf} from './certificate-facts.ts';
import {isItselfAnchor, missingIssuer, tooLong, tooMany} from './dead-ends.ts';
import {distancesToAnchor} from './distances.ts';
import {Heap} from './heap.ts';
import type {CandidateLink, Links} from './links.ts';
import type {PathFailure} from './requirement.ts';
import type {Link} from './revocation.ts';
import type {WholePath} from './whole-path.ts';

/** What a search works with; one budget for all of it. */
export interface SearchTools {
	readonly candidates: Candidates;
	readonly links: Links;
	readonly whole: WholePath;
	readonly budget: Budget;
	/** What revocation says of a certificate of a path that ends in this anchor. */
	revocationFailures(link: Link, anchor: CertificateFacts): readonly PathFailure[];
}

/** Certificates on one path, self-issued ones and the target included. */
const MAX_LENGTH = 100;

/** From the target to the anchor, or undefined; and all that was tried. */
export interface SearchResult {
	readonly path: readonly CertificateFacts[] | undefined;
	readonly attempt: Attempt;
}

interface Queued extends CandidateLink {
	readonly rank: number;
	/** Certificates between the target and this link's issuer, the target included. */
	readonly below: readonly CertificateFacts[];
}

/**
 * Looks for a path from the target to an anchor, the most promising candidates first.
 *
 * At first every certificate is gone through once, as one would walk a maze with chalk: that finds every link that holds
 * and, nearly always, the path. Where what depends on the whole path (lengths, names, policies, revocation) refused the
 * first way found, all others that lead to an anchor are tried, as far as the budget goes.
 */
export function searchPath(target: Certificate, tools: SearchTools): SearchResult {
	const search = new PathSearch(factsOf(target), tools);
	const path = search.explore() ?? search.backtrack();
	return {path, attempt: search.attempt};
}

class PathSearch {
	readonly attempt = new Attempt();
	readonly #target: CertificateFacts;
	readonly #tools: SearchTools;
	readonly #holding = new Map<CertificateFacts, TriedLink[]>();
	readonly #triedPaths = new Set<string>();
	readonly #broken = new Set<string>();

	constructor(target: CertificateFacts, tools: SearchTools) {
		this.#target = target;
		this.#tools = tools;
	}

	/** Goes through every certificate that the target's issuers lead to, once. */
	explore(): readonly CertificateFacts[] | undefined {
		const queue = new Heap<Queued>((one, other) => one.rank - other.rank || one.below.length - other.below.length);
		const expanded = new Set<CertificateFacts>([this.#target]);
		this.#expand([this.#target], queue);
		for (let link = queue.pop(); link; link = queue.pop()) {
			const failures = this.#tools.links.failures(link);
			this.attempt.addLink({...link, failures});
			if (failures.length > 0) {
				continue;
			}

			this.#holding.set(link.subject, [...(this.#holding.get(link.subject) ?? []), {...link, failures}]);
			const path = [...link.below, link.issuer];
			if (link.isAnchor && this.#holds(path)) {
				return path;
			}

			if (!link.isAnchor && !expanded.has(link.issuer)) {
				expanded.add(link.issuer);
				if (path.length >= MAX_LENGTH) {
					this.attempt.addDeadEnd(tooLong(link.issuer.certificate, MAX_LENGTH));
					continue;
				}

				this.#expand(path, queue);
			}
		}

		return undefined;
	}

	/** Tries every way through the links that hold. */
	backtrack(): readonly CertificateFacts[] | undefined {
		const distances = distancesToAnchor(this.#holding);
		return distances.has(this.#target) && this.attempt.failedPaths.length > 0
			? this.#climb([this.#target], distances)
			: undefined;
	}

	#expand(path: readonly CertificateFacts[], queue: Heap<Queued>): void {
		const last = path.at(-1) ?? this.#target;
		const found = this.#tools.candidates.issuersOf(last);
		const others = found.filter(({issuer}) => path.length === 1 || !isSameEntity(issuer, last));
		if (others.length === 0) {
			const isAnchor = this.#tools.candidates.isAnchor(last.certificate);
			this.attempt.addDeadEnd(isAnchor ? isItselfAnchor(last.certificate) : missingIssuer(last));
		}

		for (const link of others) {
			if (!this.#tools.budget.spend('links', 1)) {
				this.attempt.addDeadEnd(tooMany(last.certificate));
				return;
			}

			const isSound = this.#tools.links.issuerFailures(link).length === 0;
			queue.push({...link, rank: rankOf(link, isSound), below: path});
		}
	}

	/** Judges a path whose links hold, and keeps what is wrong with it. */
	#holds(path: readonly CertificateFacts[]): boolean {
		this.#triedPaths.add(pathKey(path));
		const failures = this.#wholeFailures(path);
		if (failures.length > 0) {
			this.attempt.addFailedPath({path, failures});
		}

		return failures.length === 0;
	}

	#wholeFailures(path: readonly CertificateFacts[]): readonly PathFailure[] {
		const {whole, revocationFailures} = this.#tools;
		const anchor = path.at(-1) ?? this.#target;
		const failures: PathFailure[] = [];
		for (const [index, issuer] of path.entries()) {
			const subject = path[index - 1];
			if (!subject) {
				continue;
			}

			const below = path.slice(0, index);
			const revocation = revocationFailures({subject, issuer}, anchor);
			if (revocation.length > 0) {
				this.#broken.add(linkKey(subject, issuer, anchor));
			}

			failures.push(
				...(issuer === anchor ? [] : whole.depthFailures(below, issuer)),
				...whole.extensionFailures(below, issuer),
				...revocation,
			);
		}

		return [...failures, ...whole.pathFailures(path)];
	}

	#climb(
		path: readonly CertificateFacts[],
		distances: ReadonlyMap<CertificateFacts, number>,
	): readonly CertificateFacts[] | undefined {
		const last = path.at(-1) ?? this.#target;
		const distance = ({issuer, isAnchor}: TriedLink) =>
			isAnchor ? 0 : (distances.get(issuer) ?? Number.POSITIVE_INFINITY);
		const links = (this.#holding.get(last) ?? [])
			.filter(
				link => distance(link) !== Number.POSITIVE_INFINITY && !path.some(below => isSameEntity(below, link.issuer)),
			)
			.toSorted((one, other) => distance(one) - distance(other));
		for (const link of links) {
			if (!this.#tools.budget.spend('steps', 1)) {
				this.attempt.addDeadEnd(tooMany(this.#target.certificate));
				return undefined;
			}

			const found = this.#step(path, link, distances);
			if (found) {
				return found;
			}
		}

		return undefined;
	}

	#step(
		path: readonly CertificateFacts[],
		link: TriedLink,
		distances: ReadonlyMap<CertificateFacts, number>,
	): readonly CertificateFacts[] | undefined {
		const {whole} = this.#tools;
		const longer = [...path, link.issuer];
		if (link.isAnchor) {
			const isNew = !this.#triedPaths.has(pathKey(longer)) && this.#mayHold(longer);
			return isNew && this.#holds(longer) ? longer : undefined;
		}

		const isRefused =
			whole.depthFailures(path, link.issuer).length > 0 || whole.extensionFailures(path, link.issuer).length > 0;
		return isRefused ? undefined : this.#climb(longer, distances);
	}

	/** False when a link of the path is known to be broken by revocation. */
	#mayHold(path: readonly CertificateFacts[]): boolean {
		const anchor = path.at(-1) ?? this.#target;
		return path.every((issuer, index) => {
			const subject = path[index - 1];
			return !subject || !this.#broken.has(linkKey(subject, issuer, anchor));
		});
	}
}

/** Two certificates of one name and one key never need to be on one path (RFC 4158, section 5.2). */
function isSameEntity(one: CertificateFacts, other: CertificateFacts): boolean {
	return one.subjectKey === other.subjectKey && one.publicKey === other.publicKey;
}

function pathKey(path: readonly CertificateFacts[]): string {
	return path.map(({certificate}) => certificate.fingerprint).join();
}

function linkKey(subject: CertificateFacts, issuer: CertificateFacts, anchor: CertificateFacts): string {
	return pathKey([subject, issuer, anchor]);
}
