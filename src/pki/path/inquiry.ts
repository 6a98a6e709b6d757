import type {Certificate} from '../certificate/certificate.ts';
import type {Crl} from '../crl/crl.ts';
import {nameKey} from '../names/name-match.ts';
import type {Budget} from './budget.ts';
import {Candidates} from './candidates.ts';
import {type CertificateFacts, factsOf} from './certificate-facts.ts';
import {Links, listSignerProblem} from './links.ts';
import {type Standpoint, targetFailures} from './own-failures.ts';
import {type SearchResult, type SearchTools, searchPath} from './path-search.ts';
import type {PolicyInputs} from './policy-graph.ts';
import {DEFAULT_MAX_DEPTH, type SettledQuestion} from './question.ts';
import {nameOf, type PathFailure} from './requirement.ts';
import {type Link, revocationFailures} from './revocation.ts';
import {WholePath} from './whole-path.ts';

/** Signers of lists about signers of lists are followed this far. */
const MAX_NESTING = 3;

/** One question with those that it gives rise to: who may sign a list is itself a matter of paths. */
export class Inquiry {
	readonly #question: SettledQuestion;
	readonly #budget: Budget;
	readonly #links: Links;
	readonly #candidates: Candidates;
	readonly #whole: WholePath;
	readonly #revocation = new Map<string, readonly PathFailure[]>();
	readonly #signers = new Map<string, boolean>();
	/** Signers of lists whose own standing is being asked for. */
	readonly #asked: CertificateFacts[] = [];
	readonly #signerTools = new Map<string, Pick<SearchTools, 'candidates' | 'links' | 'whole'>>();

	constructor(question: SettledQuestion, budget: Budget) {
		const {anchors, intermediates} = question;
		this.#question = question;
		this.#budget = budget;
		this.#links = new Links(question, this.#budget);
		this.#candidates = new Candidates(anchors, intermediates);
		this.#whole = this.#wholePath(question, question.policies);
	}

	search(target: Certificate): SearchResult {
		return searchPath(target, {
			candidates: this.#candidates,
			links: this.#links,
			whole: this.#whole,
			budget: this.#budget,
			revocationFailures: (link, anchor) => this.#revocationFailures(link, anchor),
		});
	}

	#revocationFailures(link: Link, anchor: CertificateFacts): readonly PathFailure[] {
		const {crls, at, revocation, demands} = this.#question;
		const key = [link.subject, link.issuer, anchor].map(({certificate}) => certificate.fingerprint).join();
		const before = this.#revocation.get(key);
		if (before) {
			return before;
		}

		const failures = revocationFailures(link, {
			crls,
			at,
			mode: revocation,
			demands,
			signerProblem: (crl, _subject, issuer) => this.#signerProblem(crl, issuer, anchor),
		});
		if (this.#asked.length === 0) {
			this.#revocation.set(key, failures);
		}

		return failures;
	}

	/** Why nobody who may sign this list did; undefined when somebody did (section 6.3.3 (f) and (g)). */
	#signerProblem(crl: Crl, issuer: CertificateFacts, anchor: CertificateFacts): string | undefined {
		const name = nameKey(crl.issuer);
		const others = this.#candidates.named(name).filter(facts => facts !== issuer);
		const signers = issuer.subjectKey === name ? [issuer, ...others] : others;
		let problem = 'is not signed by anyone whose certificate is given here';
		for (const signer of signers) {
			const own = listSignerProblem(this.#links, crl, signer);
			if (own === undefined && (signer === issuer || signer === anchor || this.#isTrusted(signer, anchor))) {
				return undefined;
			}

			problem =
				own ?? `is signed by ${nameOf(signer.certificate)}, for which there is no path to the same trust anchor`;
		}

		return problem;
	}

	/** Whether there is a path from the signer of a list to the anchor that the certificate's own path ends in. */
	#isTrusted(signer: CertificateFacts, anchor: CertificateFacts): boolean {
		if (this.#asked.includes(signer)) {
			return true; // Only its own list speaks about it; that list is being read.
		}

		const key = `${signer.certificate.fingerprint} ${anchor.certificate.fingerprint}`;
		const before = this.#signers.get(key);
		if (before !== undefined || this.#asked.length >= MAX_NESTING) {
			return before ?? false;
		}

		this.#asked.push(signer);
		const isTrusted = this.#findSignerPath(signer.certificate, anchor.certificate);
		this.#asked.pop();
		if (this.#asked.length === 0) {
			this.#signers.set(key, isTrusted);
		}

		return isTrusted;
	}

	#findSignerPath(signer: Certificate, anchor: Certificate): boolean {
		const {at, intermediates, demands} = this.#question;
		const standpoint = {at, purpose: 'any', demands} as const;
		if (targetFailures(factsOf(signer), standpoint).length > 0) {
			return false;
		}

		const tools = this.#signerTools.get(anchor.fingerprint) ?? {
			candidates: new Candidates([anchor], intermediates),
			links: new Links(standpoint, this.#budget),
			whole: this.#wholePath(standpoint),
		};
		this.#signerTools.set(anchor.fingerprint, tools);
		const {path} = searchPath(signer, {
			...tools,
			budget: this.#budget,
			revocationFailures: (link, top) => this.#revocationFailures(link, top),
		});
		return path !== undefined;
	}

	#wholePath(standpoint: Standpoint, policies: PolicyInputs = {}): WholePath {
		const {maxDepth = DEFAULT_MAX_DEPTH} = this.#question;
		return new WholePath({maxDepth, policies, standpoint, budget: this.#budget});
	}
}
