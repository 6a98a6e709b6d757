import type {CertificateFacts} from './certificate-facts.ts';
import type {CandidateLink} from './links.ts';
import type {PathFailure} from './requirement.ts';

/** A link that was looked at, and what came of it. */
export interface TriedLink extends CandidateLink {
	/** Empty when the issuer did issue the subject and may have. */
	readonly failures: readonly PathFailure[];
}

/** A way all the way up to an anchor that did not hold. */
export interface FailedPath {
	/** From the target to the anchor. */
	readonly path: readonly CertificateFacts[];
	readonly failures: readonly PathFailure[];
}

/** All that was tried, for telling why. */
export class Attempt {
	readonly #links = new Map<CertificateFacts, TriedLink[]>();
	readonly #paths: FailedPath[] = [];
	readonly #dead: PathFailure[] = [];
	#count = 0;

	get failedPaths(): readonly FailedPath[] {
		return this.#paths;
	}

	/** Certificates for which no possible issuer was at hand. */
	get deadEnds(): readonly PathFailure[] {
		return this.#dead;
	}

	/** What was tried above a certificate, in the order of trying. */
	linksAbove(subject: CertificateFacts): readonly TriedLink[] {
		return this.#links.get(subject) ?? [];
	}

	addLink(link: TriedLink): void {
		this.#count += 1;
		if (this.#count > MAX_LINKS) {
			return;
		}

		const before = this.#links.get(link.subject);
		if (before) {
			before.push(link);
		} else {
			this.#links.set(link.subject, [link]);
		}
	}

	addFailedPath(path: FailedPath): void {
		if (this.#paths.length < MAX_TOLD) {
			this.#paths.push(path);
		}
	}

	addDeadEnd(failure: PathFailure): void {
		if (this.#dead.length < MAX_TOLD) {
			this.#dead.push(failure);
		}
	}

	/** Every reason, those of the path that came nearest first, each once. */
	failures(): readonly PathFailure[] {
		const nearest = this.#paths.toSorted((one, other) => one.failures.length - other.failures.length);
		const isGivenUp = ({requirement}: PathFailure) => requirement === 'budget';
		const all = [
			...nearest.flatMap(({failures}) => failures),
			...this.#dead.filter(isGivenUp),
			...this.#linkFailures().slice(0, MAX_TOLD / 2),
			...this.#dead,
		];
		const unique = new Map(
			all.map(failure => [`${failure.requirement} ${failure.certificate.fingerprint} ${failure.message}`, failure]),
		);
		return [...unique.values()].slice(0, MAX_TOLD);
	}

	/** That others of the name did not sign what one of them did sign is no reason. */
	#linkFailures(): readonly PathFailure[] {
		return [...this.#links.values()].flatMap(links => {
			const isIssuerFound = links.some(({failures}) => !failures.some(isAboutProof));
			return links.flatMap(({failures}) => failures.filter(failure => !(isIssuerFound && isAboutProof(failure))));
		});
	}
}

function isAboutProof({requirement}: PathFailure): boolean {
	return requirement === 'signature' || requirement === 'key-identifier';
}

/** Links beyond these are tried but not told of. */
const MAX_LINKS = 5000;

/** More than anyone reads; keeps hostile pools from filling memory with sentences. */
const MAX_TOLD = 100;
