import type {TriedLink} from './attempt.ts';
import type {CertificateFacts} from './certificate-facts.ts';

/** How many links lie between each certificate and the nearest anchor, for those from which there is a way. */
export function distancesToAnchor(
	holding: ReadonlyMap<CertificateFacts, readonly TriedLink[]>,
): ReadonlyMap<CertificateFacts, number> {
	const below = new Map<CertificateFacts, CertificateFacts[]>();
	const distances = new Map<CertificateFacts, number>();
	const queue: CertificateFacts[] = [];
	for (const {subject, issuer, isAnchor} of [...holding.values()].flat()) {
		below.set(issuer, [...(below.get(issuer) ?? []), subject]);
		if (isAnchor && !distances.has(subject)) {
			distances.set(subject, 1);
			queue.push(subject);
		}
	}

	for (const facts of queue) {
		for (const subject of below.get(facts) ?? []) {
			if (!distances.has(subject)) {
				distances.set(subject, (distances.get(facts) ?? 0) + 1);
				queue.push(subject);
			}
		}
	}

	return distances;
}
