import type {Attempt, TriedLink} from './attempt.ts';
import {type CertificateFacts, factsOf} from './certificate-facts.ts';
import type {PathAnswer} from './find-path.ts';
import {nameOf, type PathFailure} from './requirement.ts';

/** More than fits any screen. */
const MAX_LINES = 400;

/**
 * Draws what was tried as a tree: above each certificate those that may have issued it, and where each stopped. Text is
 * safe to show.
 */
export function drawAttempt({target, attempt, ownFailures}: PathAnswer): readonly string[] {
	const drawing = new Drawing(attempt);
	drawing.tell(ownFailures, '');
	drawing.add(factsOf(target), '');
	return [nameOf(target), ...drawing.lines];
}

class Drawing {
	readonly lines: string[] = [];
	readonly #attempt: Attempt;
	readonly #drawn = new Set<CertificateFacts>();

	constructor(attempt: Attempt) {
		this.#attempt = attempt;
	}

	add(subject: CertificateFacts, indent: string): void {
		this.#drawn.add(subject);
		const links = this.#attempt.linksAbove(subject);
		const ends = this.#attempt.deadEnds.filter(({certificate}) => certificate === subject.certificate);
		for (const [index, link] of links.entries()) {
			this.#addLink(link, indent, index === links.length - 1 && ends.length === 0);
		}

		for (const {message} of ends) {
			this.#line(`${indent}\\-- (stops here) ${message}`);
		}
	}

	#addLink(link: TriedLink, indent: string, isLast: boolean): void {
		const {issuer, isAnchor, failures} = link;
		const below = `${indent}${isLast ? '    ' : '|   '}`;
		const kind = isAnchor ? 'trust anchor' : 'intermediate';
		const verdict = failures.length > 0 ? 'stops here' : isAnchor ? 'reached' : 'issued it';
		this.#line(
			`${indent}${isLast ? '\\-- ' : '+-- '}${nameOf(issuer.certificate)} (${kind} ${issuer.certificate.fingerprint.slice(0, 8)}): ${verdict}`,
		);
		this.tell(failures, below);
		if (isAnchor) {
			this.tell(this.#pathFailures(issuer), below);
		} else if (failures.length === 0 && this.#drawn.has(issuer)) {
			this.#line(`${below}(shown above)`);
		} else if (failures.length === 0) {
			this.add(issuer, below);
		}
	}

	#pathFailures(anchor: CertificateFacts): readonly PathFailure[] {
		return this.#attempt.failedPaths.filter(({path}) => path.at(-1) === anchor).flatMap(({failures}) => failures);
	}

	tell(failures: readonly PathFailure[], indent: string): void {
		for (const {message} of failures) {
			this.#line(`${indent}! ${message}`);
		}
	}

	#line(line: string): void {
		if (this.lines.length < MAX_LINES) {
			this.lines.push(line);
		}
	}
}
